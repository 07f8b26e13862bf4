// swift-format-ignore-file
struct Vector2D {
  var x = 0.0, y = 0.0
  static func + (left: Vector2D, right: Vector2D) -> Vector2D {
    return Vector2D(x: left.x + right.x, y: left.y + right.y)
  }
  static prefix func - (vector: Vector2D) -> Vector2D {
    return Vector2D(x: -vector.x, y: -vector.y)
  }
  static func += (left: inout Vector2D, right: Vector2D) { left = left + right }
  static func * (k: Double, v: Vector2D) -> Vector2D { Vector2D(x: k * v.x, y: k * v.y) }
}
var v = Vector2D(x: 3, y: 1)
let w = Vector2D(x: 2, y: 4)
v += w
print(v + w, -v, 2 * w, v)
