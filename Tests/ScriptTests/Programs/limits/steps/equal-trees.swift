// A tree of 2^60 leaves takes sixty nodes, as each holds the one below twice.
indirect enum Tree: Equatable {
  case leaf
  case node(Tree, Tree)
}
var (a, b) = (Tree.leaf, Tree.leaf)
for _ in 0..<60 { (a, b) = (.node(a, a), .node(b, b)) }
print(a == b)
