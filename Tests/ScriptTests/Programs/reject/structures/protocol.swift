// swift-format-ignore-file
struct P: Codable { var x = 1 }
