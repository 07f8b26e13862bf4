struct Rect {
  var width: Int
  var height: Int
  init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }
  init(square side: Int) { self.init(width: side, height: side) }
}
print(Rect(square: 4))
print(Rect(width: 1, height: 2))
