// swift-format-ignore-file
for _ in 0..<3 {
  break outer
}
