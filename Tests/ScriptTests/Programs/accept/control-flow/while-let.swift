// swift-format-ignore-file
var stack = [1, 2, 3]
while let top = stack.last {
  print(top)
  stack.removeLast()
}
