struct Vector {
  var x = 0.0
  static func += (left: inout Vector, right: Vector) { left.x += right.x }
}
prefix operator +++
postfix operator ++
postfix operator --
extension Vector {
  static prefix func +++ (vector: inout Vector) -> Vector {
    vector += vector
    return vector
  }
}
extension Int {
  static postfix func ++ (n: inout Int) -> Int {
    defer { n += 1 }
    return n
  }
}
@discardableResult postfix func -- (n: inout Int) -> Int {
  n -= 1
  return n
}
var vector = Vector(x: 1)
let doubled = +++vector
print(vector, doubled)
var counts = [1, 2]
let before = counts[0]++
print(before, counts, counts[1]++ + 10, counts)
counts[0]--
print(counts)
