// Swift's own `==` of such a list needs a frame of the stack for each of its nodes.
indirect enum List: Equatable {
  case end
  case node(Int, List)
}
func list(_ count: Int) -> List {
  var list = List.end
  for i in 0..<count { list = .node(i, list) }
  return list
}
print(list(100_000) == list(100_000))
