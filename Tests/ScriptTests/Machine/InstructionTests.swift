import Diagnostics
import Testing

@testable import Script

@Suite("Fused instructions keep the edges of the operations they stand for")
struct InstructionTests {
  static let results: [(program: String, output: String)] = [
    // Loops end at the last integer without stepping beyond it.
    ("for i in (Int.max - 2)...Int.max { print(i - Int.max) }", "-2\n-1\n0\n"),
    ("for i in (Int.max - 1)..<Int.max { print(i == Int.max - 1) }", "true\n"),
    ("for i in Int.min...(Int.min + 1) { print(i - Int.min) }", "0\n1\n"),
    ("for i in 5..<5 { print(i) }\nfor i in 5...5 { print(i) }", "5\n"),
    ("var n = 3\nfor i in 0..<n {\n  n = 1\n  print(i, n)\n}", "0 1\n1 1\n2 1\n"),
    (
      "func f(_ n: Int) -> Int {\n  var s = 0\n  for i in 1...n { s += i }\n  return s\n}\nprint(f(4))",
      "10\n"
    ),
    (
      "var fs: [() -> Int] = []\nfor i in 0..<2 { fs.append({ i }) }\nprint(fs[0](), fs[1]())",
      "0 1\n"
    ),
    // Immediates at the ends of what fits, and just beyond.
    (
      "let x = 1\nprint(x + 32767, x - 32768, x * -32768, x + 32768)", "32768 -32767 -32768 32769\n"
    ),
    ("let x = -7\nprint(x / 2, x % 2, x / -2, x % -2, x / 1)", "-3 -1 3 -1 -7\n"),
    (
      "let x = 32767\nprint(x <= 32767 ? 1 : 0, x < 32767 ? 1 : 0, 32767 >= x ? 1 : 0, x > 32766 ? 1 : 0)",
      "1 0 1 1\n"
    ),
    (
      "let x = -32768\nprint(x >= -32768 ? 1 : 0, x > -32768 ? 1 : 0, -32768 == x ? 1 : 0, x != -32768 ? 1 : 0)",
      "1 0 1 0\n"
    ),
    (
      "let x = 5\nif 3 < x, !(x <= 4), 9 > x || x == 0 { print(\"in\") } else { print(\"out\") }",
      "in\n"
    ),
    // No comparison with NaN holds, nor does its opposite.
    (
      "let n = Double.nan\nprint(n < 1 ? 1 : 0, n >= 1 ? 1 : 0, !(n < 1) ? 1 : 0, n == n ? 1 : 0, n != n ? 1 : 0)",
      "0 0 1 0 1\n"
    ),
    (
      "let n = Double.nan\nvar k = 0\nwhile !(n >= 1) && k < 3 { k += 1 }\nprint(k, -0.0 == 0.0 ? 1 : 0)",
      "3 1\n"
    ),
    // Two roundings, not one: 1 - 0.1 * 10 is 0, and the fused product would leave -5.55e-17.
    (
      "let a = 0.1\nlet b = 10.0\nlet c = 1.0\nprint(c - a * b, a * b - c, c + a * b, a * b + c)",
      "0.0 0.0 2.0 2.0\n"
    ),
    ("var w = 1.0\nlet a = 0.1\nlet b = 10.0\nw -= a * b\nprint(w)", "0.0\n"),
    // Every operand is evaluated once, and in its turn.
    (
      "func f(_ n: Int) -> Int {\n  print(\"f\", n)\n  return n\n}\nprint(f(1) + f(2) * f(3), f(4) < f(5), max(f(6), 0))",
      "f 1\nf 2\nf 3\nf 4\nf 5\nf 6\n7 true 6\n"
    ),
    // A variable is read before the instruction that assigns it.
    ("var x = 3.0\nx = x * x - x\nprint(x)\nvar p = true\np = p && !p\nprint(p)", "6.0\nfalse\n"),
    ("func f(_ a: Int, _ b: Int) -> Int { a * 10 + b }\nvar x = 7\nx = f(1, x)\nprint(x)", "17\n"),
    (
      "let m = [[1.5, 2], [3]]\nvar s = 0.0\nfor i in 0..<2 { s += m[i][0] }\nprint(s, m[0][1])",
      "4.5 2.0\n"
    ),
    (
      "var ps = [(1, 2.5), (3, 4.5)]\nps[1].0 += 10\nps[0].1 = ps[1].1 * 2\nprint(ps, ps[1].0)",
      "[(1, 9.0), (13, 4.5)] 13\n"
    ),
    ("var a = [1, 2]\nlet b = a\na[0] = 9\na.append(3)\nprint(a, b)", "[9, 2, 3] [1, 2]\n"),
    // Parts of a structure are operands where they stand, and as they were when their turn came.
    (
      "struct P {\n  var x = 1\n  var y = 2.5\n  var s = \"\"\n}\nvar p = P()\nfunc f() -> Int {\n  p.x += 10\n  return p.x\n}\nprint(p.x + f(), f() + p.x, p.y * p.y - Double(p.x))",
      "12 42 -14.75\n"
    ),
    (
      "struct V {\n  var x = 1.0\n  var y = 2.0\n}\nstruct B {\n  var at = V()\n  var v = V(x: 3, y: 4)\n}\nfunc f() -> Double {\n  var b = B()\n  b.at.x += b.v.x * b.v.y\n  b.v = b.at\n  b.v.y = b.at.x - b.v.y\n  return b.at.x * 100 + b.v.x * 10 + b.v.y\n}\nprint(f())",
      "1441.0\n"
    ),
    ("print(Int(-9223372036854775808.0), Int(9.99), Int(-0.5))", "-9223372036854775808 9 0\n"),
  ]

  @Test("a program prints", arguments: results)
  func prints(_ program: String, _ output: String) {
    let run = Interpreter(program)
    #expect(run.errors == [])
    #expect(run.failure == nil)
    #expect(run.printed == output)
  }

  static let failures: [(program: String, id: String, message: String)] = [
    ("let x = Int.max\nprint(x + 1)", "overflow", "9223372036854775807 + 1 does not fit an 'Int'"),
    ("let x = Int.min\nprint(x - 1)", "overflow", "-9223372036854775808 - 1 does not fit an 'Int'"),
    ("let x = Int.max\nprint(x * 3)", "overflow", "9223372036854775807 * 3 does not fit an 'Int'"),
    (
      "let x = Int.min\nprint(x / -1)", "overflow",
      "-9223372036854775808 / -1 does not fit an 'Int'"
    ),
    ("var x = Int.max\nx += 1", "overflow", "9223372036854775807 + 1 does not fit an 'Int'"),
    ("let x = 3\nprint(x % 0)", "division-by-zero", "3 % 0: division by zero"),
    (
      "let m = [[1], [2]]\nlet i = 2\nprint(m[i][0])", "index-out-of-range",
      "index 2 is out of range of an array of 2 elements"
    ),
    (
      "let m = [[1], [2]]\nlet i = -1\nprint(m[1][i])", "index-out-of-range",
      "index -1 is out of range of an array of 1 element"
    ),
    (
      "var ps = [(1, 2)]\nps[1].0 = 3", "index-out-of-range",
      "index 1 is out of range of an array of 1 element"
    ),
    (
      "var xs = [1]\nlet i = -1\nxs[i] += 1", "index-out-of-range",
      "index -1 is out of range of an array of 1 element"
    ),
    (
      "let n = -1\nfor i in 0..<n { print(i) }", "reversed-range",
      "the range 0..<-1 ends before it begins"
    ),
    (
      "let n = -1\nfor i in 0...n { print(i) }", "reversed-range",
      "the range 0...-1 ends before it begins"
    ),
    (
      "print(Int(9223372036854775808.0))", "conversion",
      "9.223372036854776e+18 cannot be made an 'Int'"
    ),
    (
      "let f = { (n: Int) -> Int in n }\nfunc g(_ n: Int) -> Int { f(g(n)) }\nprint(g(0))",
      "depth-limit", "functions call one another 10001 deep"
    ),
  ]

  @Test("a program fails", arguments: failures)
  func fails(_ program: String, _ id: String, _ message: String) throws {
    let run = Interpreter(program)
    #expect(run.errors == [])
    let failure = try #require(run.failure)
    #expect(failure.id == id)
    #expect(failure.message == message)
  }

  @Test("what could not be allocated is not released from the budget")
  func failedAllocation() throws {
    let meter = MemoryMeter(limit: 1_000)
    let layout = Layout(words: 1, references: 1)
    #expect(throws: Trap.self) { _ = try ArrayObject(of: layout, capacity: 1_000, meter) }
    #expect(throws: Trap.self) { _ = try ArrayObject(of: layout, capacity: .max, meter) }
    #expect(meter.used == 0)
  }
}
