// swift-format-ignore-file
struct Counter {
  var count = 0
}
print(Counter().increase())
