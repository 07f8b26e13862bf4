// swift-format-ignore-file
var a: Int! = 3
let b: Double! = 2.5
func pair(_ x: Int, _ y: Int?) -> String { "\(x) \(y ?? 0)" }
print(pair(a, a))
let list: [Int] = [a, 4]
let dict: [String: Int] = ["k": a]
let tuple: (Int, Double) = (a, b)
print(list, dict, tuple)
print(Double(a) + b, Int(b), min(1, a), abs(a))
let c = a ?? 7
let d = a > 2 ? a : 0
func h() -> Int? { a }
print(c, h() ?? 0)
struct Q { var v: Int }
print(Q(v: a).v)
var arr = [1, 2, 3, 4]
print(arr[a])
arr.append(a)
print(arr.contains(a), 0..<a, (0...a).count)
for i in 0..<a { print(i, terminator: " ") }
print()
switch 3 { case a: print("three"); default: print("other") }
let r: Range<Int> = 0..<a
print("\(a + 1)", r)
func io(_ x: inout Int) { x += 1 }
io(&a!)
print(a!)
let s: String! = "héllo"
print(s.first!, s.count, s.hasPrefix("h"), s[s.startIndex])
let e = [a!, a]
print(e.count)
while a > 0 { a -= 2 }
print(a as Any)
