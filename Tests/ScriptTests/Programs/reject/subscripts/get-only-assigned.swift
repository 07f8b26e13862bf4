// swift-format-ignore-file
struct Row {
  subscript(i: Int) -> Int { i * 2 }
}
var row = Row()
row[1] = 3
