struct Rect {
  var origin = Point.zero, corner: Point = .unit
  var tags = Tag.all
  var size = Size.square(Rect.side)
  static let side = 4.0
}
struct Point {
  var x = 0.0, y = 0.0
  static let zero = Point(), unit = Point(x: 1, y: 1)
}
struct Size {
  var width, height: Double
  static func square(_ side: Double) -> Size { Size(width: side, height: side) }
}
enum Tag {
  case a, b
  static let all = [Tag.a, .b]
}
extension Point {
  static let far = scaled(9)
}
struct Line {
  var end = Point.far
  var around = { Rect() }()
}
func scaled(_ s: Double) -> Point { Point(x: s, y: s) }
let rect = Rect()
print(rect.origin.x, rect.corner.y, rect.tags.count, rect.size.width)
print(Line().end.x, Line().around.size.height)
func local() -> Int {
  struct L {
    var v = h(2), m = M.standard
  }
  struct M {
    var u = [h(1)]
    static let standard = M(u: [3])
  }
  func h(_ n: Int) -> Int { n * 10 }
  return L().v + L().m.u[0] + M().u[0]
}
print(local())
