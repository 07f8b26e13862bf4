struct Button {
  var action: ((String) -> Void)?
  func press() { action?("pressed") }
}
Button().press()
Button(action: { print($0) }).press()
