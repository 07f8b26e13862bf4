// swift-format-ignore-file
struct P { var x = 1; func up() { x += 1 } }
