// swift-format-ignore-file
struct P { var x: Int }
let d: [P: Int] = [:]
