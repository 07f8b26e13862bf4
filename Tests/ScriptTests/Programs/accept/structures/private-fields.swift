struct Stack {
  private var items: [Int] = []
  private(set) var pushes = 0
  mutating func push(_ n: Int) {
    items.append(n)
    pushes += 1
  }
  mutating func pop() -> Int? { items.popLast() }
  var count: Int { items.count }
}
var s = Stack()
s.push(1)
s.push(2)
print(s.pop() ?? -1, s.count, s.pushes)
print(s.pop() ?? -1, s.pop() ?? -1)
