struct Size {
  var w: Int
  var h: Int
}
extension Size {
  init(square n: Int) { self.init(w: n, h: n) }
}
print(Size(square: 3), Size(w: 1, h: 2))
