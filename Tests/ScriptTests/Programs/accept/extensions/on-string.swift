extension String {
  var shout: String { self + "!" }
  func repeated(_ n: Int) -> String {
    var result = ""
    for _ in 0..<n { result += self }
    return result
  }
}
print("hey".shout, "ab".repeated(3))
