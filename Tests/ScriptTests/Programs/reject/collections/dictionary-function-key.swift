// swift-format-ignore-file
let f: [() -> Int: Int] = [:]
