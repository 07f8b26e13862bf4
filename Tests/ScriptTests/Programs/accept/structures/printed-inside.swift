// swift-format-ignore-file
// nested printing of everything
struct S { var a = 1...2; var b: Character = "x"; var c: Substring = "abc".dropFirst(); var d: Float = 0.5; var e: Int8 = -3; var f: (Int, String)? = (1, "z"); var g: [String: [Int]] = ["k": [1]]; var h: Set<Int> = [7] }
print(S()); print([S()]); debugPrint(S())
print([Character("a")], ["a\tb\"c\\"], ["a".dropFirst()], [Float(1.5)], [1.0], [true], [Int8(3)], [()].count)
print([[1: "x"]], [Set([1])], [Optional(1)], [nil as Int?], [(1, "a")], [(x: 1, y: "b")])
print(["a": "b"], ["a": nil as String?], [1: 1...2])
print(Optional(Optional(1)) as Any, Optional("a") as Any, Optional(Character("c")) as Any, Optional(1.5)!, Optional([1]) as Any)
enum E { case a, b(Int), c(x: String, y: Double?), d((Int, Int)) }
print(E.a, E.b(1), E.c(x: "q", y: nil), E.d((1, 2)), [E.c(x: "q", y: 2)])
print("abc".unicodeScalars.map { $0 }, "ab".utf8.map { $0 }, Array("ab".utf16))
print((1, 2.0, "x"), (a: 1, (2, 3)), [(1...2).lowerBound], [1, 2].reversed() as [Int])
print([1, 2, 3][1...], ["a", "b"][..<1], [[1, 2][0...]], "hello".prefix(2), ["hello".prefix(2)], stride(from: 0, to: 2, by: 1).map { $0 })
print([1: 2].keys.map { $0 }, [1: 2].values.map { $0 }, [1, 2].enumerated().map { $0 }, zip([1], ["a"]).map { $0 })
print(type(of: 1...2), type(of: [1: "a"]), type(of: (1, "a")), type(of: Optional(1)), type(of: "a".first))
print(UInt8(200), Int64.max, 1e3, 1.0e-7, 12345678.9, 0.1 as Float, 1e20, -0.0, 5e-324, 100000.0, 1234567890123456.0, 12345678901234567.0)
print(Double.nan, Float.infinity, [Double.nan], 1.0 / 3.0, 2.0 / 3, Float(2) / 3, 1e15, 1e16, 123456789012345680.0)
