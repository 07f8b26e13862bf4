// swift-format-ignore-file
struct P {}
struct P {}
