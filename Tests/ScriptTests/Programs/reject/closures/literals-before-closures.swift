// swift-format-ignore-file
let n = 2
let b: [Double] = [1, 4].map { $0 * n }
let c = [1, 2].map { ($0 * 0.5, [4, 5, 6][$0]) }
let d = [1, 2].map { (x: String) in x }
