struct Color {
  var r: Int, g: Int, b: Int
  static func gray(_ level: Int) -> Color { Color(r: level, g: level, b: level) }
}
let c: Color = .gray(128)
print(c)
