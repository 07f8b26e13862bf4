import Diagnostics
import Testing

@testable import Script

@Suite("Loops and the closures of sequence methods, compiled in place, do what Swift's do")
struct SequenceLoopTests {
  static let results: [(program: String, output: String)] = [
    // What is no loop is evaluated once.
    (
      "func f() -> Double {\n  print(\"f\")\n  return 1\n}\nprint(f() == f(), f() + 1)",
      "f\nf\nf\ntrue 2.0\n"
    ),
    // What is walked.
    (
      "for i in (0..<3).reversed() { print(i) }\nfor i in (2..<2).reversed() { print(i) }",
      "2\n1\n0\n"
    ),
    (
      "for i in (Int.min...(Int.min + 1)).reversed() { print(i - Int.min) }\nprint((Int.max...Int.max).reversed().map { $0 - Int.max })",
      "1\n0\n[0]\n"
    ),
    (
      "for i in (Int.min..<(Int.min + 1)).reversed() { print(i == Int.min) }", "true\n"
    ),
    (
      "for x in stride(from: 0.0, to: 1.0, by: 0.25) { print(x) }\nfor x in stride(from: 3, through: -3, by: -3) { print(x) }\nfor x in stride(from: 3, to: 3, by: 1) { print(x) }",
      "0.0\n0.25\n0.5\n0.75\n3\n0\n-3\n"
    ),
    (
      "print(stride(from: Int.min, through: Int.max, by: Int.max).map { $0 })",
      "[-9223372036854775808, -1, 9223372036854775806]\n"
    ),
    (
      "for (i, x) in [\"a\", \"b\"].enumerated() { print(i, x) }\nfor pair in [7].enumerated() { print(pair.offset, pair.element) }",
      "0 a\n1 b\n0 7\n"
    ),
    (
      "for (a, b) in zip([1, 2, 3], [\"x\", \"y\"]) { print(a, b) }\nprint(zip([1], [2, 3]).map { $0 + $1 })",
      "1 x\n2 y\n[3]\n"
    ),
    (
      "for i in 0..<6 where i % 2 == 0 { if i == 4 { break }; if i == 2 { continue }; print(i) }",
      "0\n"
    ),
    // The sequence is the one that the loop began with.
    ("var xs = [1, 2]\nfor x in xs { xs.append(x * 10) }\nprint(xs)", "[1, 2, 10, 20]\n"),
    (
      "var xs = [1, 2]\nlet ys = xs.map { x -> Int in\n  xs.append(x)\n  return xs.count\n}\nprint(xs, ys)",
      "[1, 2, 1, 2] [3, 4]\n"
    ),
    (
      "func f() -> [Int] {\n  var xs = [3, 4]\n  for (i, x) in xs.enumerated() { xs[1 - i] = x * 10 }\n  return xs\n}\nprint(f())",
      "[40, 30]\n"
    ),
    // The order of evaluation.
    (
      "func xs() -> [Int] { print(\"xs\"); return [1, 2] }\nfunc start() -> Int { print(\"start\"); return 0 }\nfunc f() -> (Int, Int) -> Int { print(\"f\"); return { $0 + $1 } }\nprint(xs().reduce(start(), f()))",
      "xs\nstart\nf\n3\n"
    ),
    (
      "var xs = [1, 2]\nfunc f() -> (Int) -> Int { xs = []; return { $0 + 1 } }\nprint(xs.map(f()), xs)",
      "[2, 3] []\n"
    ),
    // Closures of several statements, and what they return from.
    (
      "let ys = [1, 2, 3, 4].map { x -> String in\n  if x == 2 { return \"two\" }\n  for i in 0..<9 { if i == x { return \"\\(i)!\" } }\n  return \"none\"\n}\nprint(ys)",
      "[\"1!\", \"two\", \"3!\", \"4!\"]\n"
    ),
    (
      "func f(_ xs: [Int]) -> Int {\n  for x in xs {\n    let big = xs.filter { y in\n      if y == x { return false }\n      return y > x\n    }\n    if big.isEmpty { return x }\n  }\n  return -1\n}\nprint(f([3, 9, 4]))",
      "9\n"
    ),
    (
      "[1, 2, 3].forEach { x in\n  if x == 2 { return }\n  print(x)\n}", "1\n3\n"
    ),
    (
      "let table = (1...3).map { i in (1...3).map { j in i * j } }\nprint(table, table.flatMap { $0 }.filter { $0 > 3 })",
      "[[1, 2, 3], [2, 4, 6], [3, 6, 9]] [4, 6, 6, 9]\n"
    ),
    // Captures: every turn has variables of its own, and shares those around the loop.
    (
      "let fs = (0..<3).map { i in { i * 10 } }\nprint(fs.map { $0() })", "[0, 10, 20]\n"
    ),
    (
      "let fs = (0..<2).map { i -> () -> Int in\n  var n = i\n  return { n += 1; return n }\n}\nprint(fs[0](), fs[0](), fs[1]())",
      "1 2 2\n"
    ),
    (
      "func f() -> Int {\n  var total = 0\n  [1, 2, 3].forEach { total += $0 }\n  return total\n}\nprint(f())",
      "6\n"
    ),
    // Elements and results of every layout.
    (
      "print([1, 2, 3].map { ($0, \"\\($0)\") }, [(1, \"a\"), (2, \"b\")].filter { $0.0 > 1 }, [(1, 2), (3, 4)].map { a, b in a * b })",
      "[(1, \"1\"), (2, \"2\"), (3, \"3\")] [(2, \"b\")] [2, 12]\n"
    ),
    (
      "print([\"1\", \"x\", \"3\"].compactMap { Int($0) }, [[1], [], [2, 3]].flatMap { $0 }, [\"a\", \"b\"].reduce(\"\") { $0 + $1 })",
      "[1, 3] [1, 2, 3] ab\n"
    ),
    (
      "print([1, 2, 3].reduce([]) { $0 + [$1 * 2] }, [1, 2].reduce((0, 1)) { ($0.0 + $1, $0.1 * $1) })",
      "[2, 4, 6] (3, 2)\n"
    ),
    (
      "let xs: [Int?] = [1, nil]\nprint([1.5, 2.5].map { Int($0) }, [1, 2].map { Double($0) / 2 }, xs.map { $0 ?? 9 })",
      "[1, 2] [0.5, 1.0] [1, 9]\n"
    ),
    // Functions by their name, and operators.
    (
      "func double(_ x: Int) -> Int { 2 * x }\nlet g = double\nprint([1, 2].map(double), [1, 2].map(g), [3, 4].reduce(1, *), (1...4).reduce(0, +))",
      "[2, 4] [2, 4] 12 10\n"
    ),
    // Searches end with the element that decides.
    (
      "print([1, 5, 7].contains { print($0); return $0 > 3 }, [Int]().allSatisfy { $0 > 0 }, [1, 0, 2].allSatisfy { print($0); return $0 > 0 })",
      "1\n5\n1\n0\ntrue true false\n"
    ),
    (
      "print([4, 6, 7, 9].firstIndex { $0 % 2 == 1 } ?? -1, [4].firstIndex { $0 > 9 } == nil, [5, 8].contains { $0 == 8 })",
      "2 true true\n"
    ),
    (
      "expect([1, 2].map { $0 * 2 } == [2, 4])\nexpect([3].contains { $0 == 3 })\nprint(\"ok\")",
      "ok\n"
    ),
  ]

  @Test("a program prints", arguments: results)
  func prints(_ program: String, _ output: String) {
    let run = Interpreter(program)
    #expect(run.errors == [])
    #expect(run.failure == nil)
    #expect(run.printed == output)
  }
}
