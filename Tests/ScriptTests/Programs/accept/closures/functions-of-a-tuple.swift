// swift-format-ignore-file
struct Point { var x: Int, y: Int }
struct S { static func m(_ a: Int, _ b: Int) -> Int { a - b }
  var k = 10
  func n(_ a: Int, _ b: Int) -> Int { k * a + b } }
func add(_ a: Int, _ b: Int) -> Int { a + b }
func lab(a: Int, by b: Int) -> Int { a - b }
let f: (Int, Int) -> Int = add
let g = { (a: Int, b: Int) in a * b }
func using(_ h: (Int, Int) -> Int) -> [Int] { zip([1, 2], [3, 4]).map(h) }
print(zip([1.5], [2.0]).map(*), zip([1], [2]).map(add), zip([1], [2]).map { $0 + $1 }, zip([3], [2]).map(max))
print(zip([1], [2]).filter(<).count, [(1, 2)].map(-), [1: 2].map(+), zip([1], [2]).allSatisfy(==), zip([1], [2]).contains(where: >))
print(zip([1], [2]).map(f), zip([1], [2]).map(g), zip([1], [2]).map(lab), zip([1], [2]).map(S.m), zip([5], [6]).map(S().n))
print(zip([1, 3], [2, 4]).map(Point.init).map { $0.x * $0.y }, using(add), using(*), using { $1 - $0 })
print(zip([1.0, 2.0], [3.0, 4.0]).map(*).reduce(0, +), [(1, 2, 3)].map { $0 + $1 + $2 })
print([1, 2].enumerated().map(-), zip([1, 2], [3.0, 4.0]).map { Double($0) * $1 }.reduce(0, +))
print([3, 1].sorted(by: >), [1, 2].reduce(0, add), [1, 2].map(abs))
zip([1], ["x"]).forEach { n, s in print(n, s) }
struct V: Equatable { var v: [Double]
  static func + (l: V, r: V) -> V { V(v: zip(l.v, r.v).map(+)) }
  static func * (k: Double, r: V) -> V { V(v: r.v.map { k * $0 }) }
  static func • (l: V, r: V) -> Double { zip(l.v, r.v).map(*).reduce(0, +) } }
infix operator •: MultiplicationPrecedence
print(V(v: [1, 2]) + V(v: [3, 4]), V(v: [1, 2]) • V(v: [3, 4]))
