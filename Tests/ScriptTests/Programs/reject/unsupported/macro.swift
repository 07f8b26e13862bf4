// swift-format-ignore-file
#warning("x")
