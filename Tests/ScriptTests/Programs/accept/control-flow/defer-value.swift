// swift-format-ignore-file
func next() -> Int {
  var n = 1
  defer { n += 10; print("deferred", n) }
  return n
}
print(next())
