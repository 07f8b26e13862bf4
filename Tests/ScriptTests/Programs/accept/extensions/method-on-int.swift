extension Int {
  func times(_ body: (Int) -> Void) {
    for i in 0..<self { body(i) }
  }
}
3.times { print("turn", $0) }
