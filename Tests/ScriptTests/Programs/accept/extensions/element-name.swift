extension Array where Element == Double {
  func total() -> Element { reduce(0, +) }
  func scaled(by factor: Element) -> [Element] { map { $0 * factor } }
}
extension [String: Int] {
  func best() -> Key? { self.max { $0.value < $1.value }?.key }
  var all: [Value] { values.sorted() }
}
extension Set where Element == Int {
  func has(_ x: Element) -> Bool { contains(x) }
}
print([1.0, 2].total(), [1.0].scaled(by: 3), ["a": 1, "b": 3].best() ?? "none")
print(["a": 2].all, Set([3]).has(3))
