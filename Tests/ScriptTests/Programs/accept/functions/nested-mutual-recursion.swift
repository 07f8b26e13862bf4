func parity(_ n: Int) -> String {
  var steps = 0
  func isEven(_ n: Int) -> Bool { n == 0 ? true : isOdd(n - 1) }
  func isOdd(_ n: Int) -> Bool {
    steps += 1
    return n == 0 ? false : [n - 1].allSatisfy { isEven($0) }
  }
  let kind = isEven(n) ? "even" : "odd"
  return "\(n) is \(kind) after \(steps)"
}
print(parity(6), parity(7))

func fill(_ numbers: inout [Int], _ n: Int) {
  func down(_ n: Int) { if n > 0 { up(n - 1) } }
  func up(_ n: Int) {
    numbers.append(n)
    down(n - 1)
  }
  down(n)
}
var numbers: [Int] = []
fill(&numbers, 7)
print(numbers)

do {
  var depth = 0
  func down(_ n: Int) { if n > 0 { up(n) } }
  func up(_ n: Int) {
    depth += 1
    down(n - 1)
  }
  down(4)
  print(depth)
}
