// swift-format-ignore-file
if let first = Int("4"), let second = Int("42"), first < second && second < 100 {
  print("\(first) < \(second) < 100")
}
if let first = Int("4"), let second = Int("nope") { print(first, second) } else { print("not both") }
