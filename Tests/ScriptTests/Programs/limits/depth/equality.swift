struct Node: Equatable {
  var id: Int
  static func == (a: Node, b: Node) -> Bool { Node(id: a.id + 1) == Node(id: b.id + 1) }
}
print(Node(id: 0) == Node(id: 0))
