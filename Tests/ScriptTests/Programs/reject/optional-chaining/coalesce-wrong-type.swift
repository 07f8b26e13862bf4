// swift-format-ignore-file
let n: Int? = 3
let m: Int = n ?? "none"
