// swift-format-ignore-file
func f(_ x: Int?) {
  guard let x else { print("no") }
  print(x)
}
