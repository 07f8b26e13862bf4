// swift-format-ignore-file
struct Row {
  var a = 1
}
print(Row()[0])
