struct Name { var text: String }
extension Name: Equatable {}
extension Name: CustomStringConvertible {
  var description: String { "<\(text)>" }
}
print(Name(text: "a") == Name(text: "a"), Name(text: "b"))
