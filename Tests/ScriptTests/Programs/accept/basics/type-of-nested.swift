// swift-format-ignore-file
struct Outer {
  struct Inner {}
  enum Kind { case a }
}
print(type(of: Outer.Inner()), type(of: Outer.Kind.a))
func f(_ a: Int, b: String) throws -> Double { 1 }
print(type(of: f))
let g: (inout Int) -> Void = { $0 += 1 }
print(type(of: g), type(of: [Outer.Inner()]), type(of: (1, [2.0])), type(of: ["a": [1]]))
print(type(of: Int.self), type(of: 1...), type(of: ...2), type(of: ..<2))
print(type(of: [1].enumerated()), type(of: zip([1], ["a"])), type(of: stride(from: 0, to: 1, by: 1)), type(of: [1].reversed()))
print(type(of: "a".utf8), type(of: "a".unicodeScalars), type(of: "a".utf16), type(of: "a".startIndex), type(of: ["a": 1].keys))
print([Int.self == Int.self, type(of: 1) == Int.self])
let o: Int?? = 1
print(type(of: o), type(of: ()), String(describing: type(of: 1)), "\(Int.self)")
print(type(of: { (x: Int) in x }))
let t = type(of: 3)
print(t, t == Int.self, t != Double.self)
