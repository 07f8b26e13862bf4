// swift-format-ignore-file
let possibleString: String? = "An optional string."
let forcedString: String = possibleString!
print(forcedString)
let assumedString: String! = "An implicitly unwrapped optional string."
let implicitString: String = assumedString
print(implicitString)
let optionalString = assumedString
print(optionalString ?? "none", optionalString == nil)
if assumedString != nil { print(assumedString!) }
if let definiteString = assumedString { print(definiteString) }
print(assumedString.count, assumedString.uppercased(), assumedString + "!")
var n: Int!
print(n == nil)
n = 4
print(n + 1, -n, n * n, n > 3, n == 4)
n += 2
print(n as Int? ?? 0)
func twice(_ x: Int) -> Int { 2 * x }
print(twice(n))
var xs: [Int]! = [1, 2]
xs.append(3)
xs[0] = 7
print(xs.count, xs[0])
for x in xs { print(x, terminator: " ") }
print()
let flag: Bool! = true
if flag { print("yes") }
let f: ((Int) -> Int)! = { $0 + 1 }
print(f(3))
func g() -> Int { let k: Int! = 3; return k }
print(g())
struct P { var x = 1; mutating func up() { x += 1 } }
var p: P! = P()
p.x = 5
p.up()
print(p.x, p?.x ?? 0)
n = nil
print(n?.description ?? "nil")
