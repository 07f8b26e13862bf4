struct Vector {
  var x: Int
  var y: Int
}
func describe(_ v: Vector) -> String { "vector \(v.x),\(v.y)" }
func describe(_ n: Int) -> String { "number \(n)" }
print(describe(Vector(x: 1, y: 2)), describe(3))
