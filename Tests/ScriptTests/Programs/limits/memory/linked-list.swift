indirect enum List {
  case end
  case node(Int, List)
}
var list = List.end
var n = 0
while true {
  list = .node(n, list)
  n += 1
}
