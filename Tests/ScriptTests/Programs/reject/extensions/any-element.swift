extension Array {
  var second: Int { self[1] }
}
extension Optional {
  var isThere: Bool { self != nil }
}
