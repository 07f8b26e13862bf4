struct Talker: CustomStringConvertible {
  var description: String {
    for i in 0..<Int.max { print(i) }
    return "done"
  }
}
print(Talker())
