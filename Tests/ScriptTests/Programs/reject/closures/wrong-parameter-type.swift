// swift-format-ignore-file
let f: (Int) -> Int = { (x: String) in 3 }
