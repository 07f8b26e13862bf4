// swift-format-ignore-file
struct Q { var a = 1 }
struct P: Equatable { var q = Q() }
