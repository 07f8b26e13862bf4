enum List {
  case empty
  indirect case node(Int, List)
}
func sum(_ list: List) -> Int {
  switch list {
  case .empty: 0
  case .node(let head, let tail): head + sum(tail)
  }
}
var list = List.empty
for i in 1...5 { list = .node(i * i, list) }
print(sum(list))
