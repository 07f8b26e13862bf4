// Printed, a tree that sixty nodes make is longer than any memory.
indirect enum Tree {
  case leaf(String)
  case node(Tree, Tree)
}
var tree = Tree.leaf(String(repeating: "x", count: 10_000))
for _ in 0..<60 { tree = .node(tree, tree) }
print("\(tree)".count)
