import Testing

@Suite("Accepted programs print what swiftc's programs print")
struct AcceptedProgramTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var program: String
    var output: String
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "literals take the type that is asked for",
      program:
        "let a = 1 + 2 * 3\nlet b = 1 / 2.0\nlet c: Double = 3\nprint(a, b, c, 7 / 2, -7 % 3)",
      output: "7 0.5 3.0 3 -1\n"
    ),
    Case(
      name: "integers at both ends",
      program: "print(Int.max, Int.min, -9223372036854775808, 0xFF, 0b101, 1_000)",
      output: "9223372036854775807 -9223372036854775808 -9223372036854775808 255 5 1000\n"
    ),
    Case(
      name: "doubles print in their shortest form",
      program: "print(0.1 + 0.2, 1e21, 1e-7, 100.0, -0.0, Double.infinity, 5e-324)",
      output: "0.30000000000000004 1e+21 1e-07 100.0 -0.0 inf 5e-324\n"
    ),
    Case(
      name: "strings in collections are quoted",
      program: "let s = \"a\\tb\"\nprint(s, [s], (s, 1), \"\\(s)!\")",
      output: "a\tb [\"a\\tb\"] (\"a\\tb\", 1) a\tb!\n"
    ),
    Case(
      name: "array methods",
      program: """
        var xs = [3, 1, 2]
        xs.append(7)
        xs[0] += 10
        xs.insert(5, at: 1)
        print(xs, xs.sorted(), xs.sorted(by: >), xs.max()!, xs.firstIndex(of: 7)!)
        print(xs.removeLast(), xs.remove(at: 0), xs, xs.contains(5), xs.first ?? 0)
        print(Array(xs.dropFirst()), Array(xs.reversed()), xs.map { Double($0) / 2 })
        """,
      output: """
        [13, 5, 1, 2, 7] [1, 2, 5, 7, 13] [13, 7, 5, 2, 1] 13 4
        7 13 [5, 1, 2] true 5
        [1, 2] [2, 1, 5] [2.5, 0.5, 1.0]

        """
    ),
    Case(
      name: "arrays are values",
      program: "var a = [[1, 2], [3]]\nvar b = a\nb[0][1] = 9\na[1].append(4)\nprint(a, b)",
      output: "[[1, 2], [3, 4]] [[1, 9], [3]]\n"
    ),
    Case(
      name: "closures share what they capture",
      program: """
        func counter() -> () -> Int {
          var n = 0
          return {
            n += 1
            return n
          }
        }
        let a = counter()
        let b = counter()
        print(a(), a(), b())
        var fs: [() -> Int] = []
        for i in 0..<3 { fs.append({ i * 10 }) }
        print(fs.map { $0() })
        """,
      output: "1 2 1\n[0, 10, 20]\n"
    ),
    Case(
      name: "sequences of pairs come apart",
      program: """
        for (i, word) in ["p", "q"].enumerated() { print(i, word, terminator: ";") }
        print(zip([1.5, 2], [2.0, 4]).map { $0 * $1 }.reduce(0, +))
        print(zip(1...3, ["a", "b"]).map { n, s in "\\(n)\\(s)" })
        """,
      output: "0 p;1 q;11.0\n[\"1a\", \"2b\"]\n"
    ),
    Case(
      name: "functions with labels, defaults and recursion",
      program: """
        func power(_ base: Double, by exponent: Int = 2) -> Double {
          var result = 1.0
          for _ in 0..<exponent { result *= base }
          return result
        }
        func fib(_ n: Int) -> Int { n < 2 ? n : fib(n - 1) + fib(n - 2) }
        print(power(3), power(2, by: 10), fib(15))
        """,
      output: "9.0 1024.0 610\n"
    ),
    Case(
      name: "loops with where, break and continue",
      program: """
        var total = 0
        for i in 1...10 where i % 2 == 0 {
          if i == 4 { continue }
          if i == 10 { break }
          total += i
        }
        while total > 10 { total -= 3 }
        print(total, stride(from: 10, to: 0, by: -4).map { $0 })
        """,
      output: "10 [10, 6, 2]\n"
    ),
    Case(
      name: "tuples with labels, and swapping",
      program:
        "var (a, b) = (1, 2)\n(a, b) = (b, a)\nlet p = (x: 1, y: 2.5)\nprint(a, b, p, p.y, p.0)",
      output: "2 1 (x: 1, y: 2.5) 2.5 1\n"
    ),
    Case(
      name: "a global operand keeps its value while the other changes it",
      program: "var g = 1\nfunc bump() -> Int {\n  g += 10\n  return g\n}\nprint(g + bump(), g)",
      output: "12 11\n"
    ),
    Case(
      name: "pow of doubles",
      program: "let b = 2.0\nlet c: Double = pow(2, 3)\nprint(pow(b, 10), pow(2.0, 0.5), c)",
      output: "1024.0 1.4142135623730951 8.0\n"
    ),
    Case(
      name: "optionals",
      program: """
        let empty: [Int] = []
        let none: Int? = nil
        print(empty.first == nil, empty.max() ?? -1, none as Any == nil ? 1 : 0)
        """.replacing("none as Any == nil ? 1 : 0", with: "none == nil"),
      output: "true -1 true\n"
    ),
  ]

  @Test("a program prints", arguments: cases)
  func prints(_ test: Case) {
    let run = Interpreter(test.program)
    #expect(run.errors == [])
    #expect(run.failure == nil)
    #expect(run.printed == test.output)
  }

  @Test("swiftc's program prints the same", .serialized, arguments: cases)
  func agreesWithCompiler(_ test: Case) throws {
    #expect(try CompiledProgram.output(of: "import Foundation\n" + test.program) == test.output)
  }
}
