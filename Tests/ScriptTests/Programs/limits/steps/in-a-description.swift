struct Endless: CustomStringConvertible {
  var description: String {
    var text = ""
    while text.isEmpty { text += "" }
    return text
  }
}
print("an \(Endless())")
