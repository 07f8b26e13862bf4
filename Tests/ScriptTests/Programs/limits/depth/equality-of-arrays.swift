struct Node: Equatable {
  var id: Int
  static func == (a: Node, b: Node) -> Bool { [a] == [b] }
}
print([Node(id: 0)] == [Node(id: 1)])
