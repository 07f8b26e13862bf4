enum Empty: Error { case stack }
struct Stack {
  var items: [Int] = []
  mutating func pop() throws -> Int {
    guard let last = items.popLast() else { throw Empty.stack }
    return last
  }
}
var s = Stack(items: [1])
do {
  print(try s.pop())
  print(try s.pop())
} catch { print("empty:", error) }
