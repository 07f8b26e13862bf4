struct Name: CustomStringConvertible {
  var description: String { "\([self])" }
}
print(Name())
