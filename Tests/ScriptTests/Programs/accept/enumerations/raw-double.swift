// swift-format-ignore-file
enum Rate: Double {
  case slow = 0.001
  case fast = 0.1
}
print(Rate.slow.rawValue + Rate.fast.rawValue > 0.1)
print(Rate(rawValue: 0.1)!)
