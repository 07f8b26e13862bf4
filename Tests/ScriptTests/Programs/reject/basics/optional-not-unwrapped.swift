// swift-format-ignore-file
let o: Int? = 3
let n: Int = o
