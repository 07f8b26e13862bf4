// swift-format-ignore-file
let f: (Int, Int) -> Int = { a in a }
