indirect enum Tree {
  case leaf
  case node(Tree, Tree)
  var count: Int {
    switch self {
    case .leaf: 1
    case .node(let left, let right): left.count + right.count
    }
  }
}
var tree = Tree.leaf
for _ in 0..<60 { tree = .node(tree, tree) }
print(tree.count)
