struct Tree {
  var children: [Tree] = []
  func count() -> Int { children.reduce(1) { $0 + $1.count() } }
  func depth() -> Int { 1 + (children.map { $0.depth() }.max() ?? 0) }
}
let t = Tree(children: [Tree(), Tree(children: [Tree(), Tree(children: [Tree()])])])
print(t.count(), t.depth())
