// swift-format-ignore-file
func g() {
  var x = 1 {
    didSet { if x > 5 { x = 5 } }
  }
  x = 9
  print(x)
  func setIt() { x = 3 }
  setIt()
  print(x)
}
g()
