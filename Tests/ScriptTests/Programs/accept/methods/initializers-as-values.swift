struct Pixel {
  var level: Int
  init(_ level: Int) { self.level = min(level, 255) }
}
print([1, 300].map(Pixel.init).map { $0.level })
print([1, 2].map(Double.init), ["3", "a"].compactMap(Int.init))
