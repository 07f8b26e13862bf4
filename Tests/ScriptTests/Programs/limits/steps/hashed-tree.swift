indirect enum Tree: Hashable {
  case leaf
  case node(Tree, Tree)
}
var tree = Tree.leaf
for _ in 0..<60 { tree = .node(tree, tree) }
let seen: Set<Tree> = [tree]
print(seen.count)
