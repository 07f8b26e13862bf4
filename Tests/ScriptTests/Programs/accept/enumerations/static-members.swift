enum Limits {
  static let most = 10
  static func clamp(_ n: Int) -> Int { min(n, most) }
}
print(Limits.most, Limits.clamp(3), Limits.clamp(99))
