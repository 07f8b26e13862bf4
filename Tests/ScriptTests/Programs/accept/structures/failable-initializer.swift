struct Probability {
  let value: Double
  init?(_ value: Double) {
    guard (0...1).contains(value) else { return nil }
    self.value = value
  }
}
for v in [0.5, 1.5, 1] {
  if let p = Probability(v) {
    print("p =", p.value)
  } else {
    print(v, "is no probability")
  }
}
