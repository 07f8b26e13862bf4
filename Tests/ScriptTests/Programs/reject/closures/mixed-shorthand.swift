// swift-format-ignore-file
let f: (Int, Int) -> Int = { a, b in $0 + b }
