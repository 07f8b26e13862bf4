// swift-format-ignore-file
struct Row {
  subscript(i: Int) -> Int { i * 2 }
}
print(Row()["a"])
