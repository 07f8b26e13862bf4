// swift-format-ignore-file
func choose(backward: Bool) -> (Int) -> Int {
  func forward(_ n: Int) -> Int { n + 1 }
  func backwardStep(_ n: Int) -> Int { n - 1 }
  return backward ? backwardStep : forward
}
print(choose(backward: true)(5), choose(backward: false)(5))
