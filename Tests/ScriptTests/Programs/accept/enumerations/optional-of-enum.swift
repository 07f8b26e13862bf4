enum Level { case low, high }
func parse(_ n: Int) -> Level? { n < 0 ? nil : n > 10 ? .high : .low }
for n in [-1, 5, 50] {
  switch parse(n) {
  case .low?: print("low")
  case .high?: print("high")
  case nil: print("none")
  }
}
