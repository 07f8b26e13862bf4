struct Stack {
  var items: [Int]
  func top() -> Int? { items.last }
}
let s: Stack? = Stack(items: [1, 2])
let none: Stack? = nil
print(s?.top() ?? -1, none?.top() ?? -1)
print(s?.items.count ?? 0)
