// swift-format-ignore-file
struct Queue {
  private var input: [Int] = []
  private var output: [Int] = []
  mutating func push(_ n: Int) { input.append(n) }
  mutating func pop() -> Int? {
    if output.isEmpty {
      output = input.reversed()
      input = []
    }
    return output.popLast()
  }
}
var q = Queue()
for n in 1...3 { q.push(n) }
print(q.pop()!, q.pop()!)
q.push(4)
print(q.pop()!, q.pop()!, q.pop() == nil)
