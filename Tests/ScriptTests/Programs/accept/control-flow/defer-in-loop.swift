// swift-format-ignore-file
for i in 0..<3 {
  defer { print("end", i) }
  if i == 1 { continue }
  print("body", i)
}
