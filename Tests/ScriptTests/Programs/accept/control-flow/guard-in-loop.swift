// swift-format-ignore-file
for s in ["1", "x", "3"] {
  guard let n = Int(s) else { print("skip", s); continue }
  print(n * 2)
}
