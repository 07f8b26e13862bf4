indirect enum List {
  case end
  case node(Int, List)
}
var list = List.end
for i in 0..<100_000 { list = .node(i, list) }
print(list)
