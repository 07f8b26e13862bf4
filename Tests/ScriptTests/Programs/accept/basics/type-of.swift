// swift-format-ignore-file
struct Point { var x = 1 }
enum Mode { case on, off }
let n = 3
print(type(of: n))
print(type(of: 2.5), type(of: "a"), type(of: true), type(of: [1]), type(of: ["a": 1]))
print(type(of: Optional(3)), type(of: (1, "a")), type(of: Point()), type(of: Mode.on))
print("\(type(of: [[1.5]]))")
let f: (Int) -> String = { "\($0)" }
print(type(of: f))
print(type(of: n) == Int.self)
print(type(of: 1...2), type(of: 1..<2), type(of: Set([1])))
let c: Character = "x"
print(type(of: c), type(of: "abc".dropFirst()), type(of: [1,2].dropFirst()))
print(type(of: 1 as UInt8), type(of: 2 as Float))
print(type(of: (a: 1, b: 2)))
print(Int.self, String.self)
print(type(of: Int.self))
print(type(of: "a".startIndex), type(of: ()), type(of: [1,2].enumerated()))
