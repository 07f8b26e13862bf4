func outer() -> Int {
  func inner(_ n: Int) -> Int { outer() + n }
  return inner(1)
}
print(outer())
