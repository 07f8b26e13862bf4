// swift-format-ignore-file
var state: Int? = 3
while case let n? = state, n > 0 {
  print(n)
  state = n == 1 ? nil : n - 1
}
