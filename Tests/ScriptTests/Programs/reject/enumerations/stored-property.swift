// swift-format-ignore-file
enum E { var x = 1; case a }
