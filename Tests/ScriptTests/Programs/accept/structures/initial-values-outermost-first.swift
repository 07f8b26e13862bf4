struct Scene {
  var frame = Rect()
  var kind = Kind.plain
  let ids = makeIDs(3)
  var grid = [Cell(), Cell()], corners = [Point(x: 1), Point(y: 2)]
  var names = { [Cell(), Cell(mark: "x")].map { $0.mark } }
}
struct Rect {
  var origin = Point()
  var size = Size(of: Point(x: 1, y: 2))
}
struct Point { var x = 0.0, y = 0.0 }
struct Size {
  var width = 0.0, height = 0.0
  init(of point: Point) { (width, height) = (point.x, point.y) }
}
struct Cell { var mark = blank() }
enum Kind { case plain, fancy }
func makeIDs(_ n: Int) -> [Int] { Array(0..<n) }
func blank() -> String { "." }
let scene = Scene()
print(scene.frame.size.height, scene.kind, scene.ids, scene.grid.count, scene.corners[1].y)
print(scene.names())
struct A {
  var b = B()
  static let shared = A()
}
struct B { var c = C(n: 2) }
struct C { var n: Int, m = 5 }
print(A().b.c.m, A.shared.b.c.n)
