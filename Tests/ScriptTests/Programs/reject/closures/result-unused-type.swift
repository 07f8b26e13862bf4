// swift-format-ignore-file
let f: () -> String = { 3 }
