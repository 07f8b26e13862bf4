import Diagnostics
import Testing

@Suite("What beginners get wrong is told with what to write")
struct BeginnersMistakeTests {
  struct Mistake: CustomTestStringConvertible {
    var program: String
    /// The first error, as `line:column: message`.
    var error: String
    var help: String?

    var testDescription: String { program }
  }

  static let mistakes: [Mistake] = [
    Mistake(
      program: "let x = 5\nx = 6",
      error: "2:1: 'x' is a constant and cannot be changed",
      help: "declare it with 'var', or keep the new value in a name of its own"
    ),
    Mistake(
      program: "var total = 0\nfor i in 1..10 { total += i }",
      error: "2:11: there is no operator '..'",
      help: "write '..<', or '...' with the last number included"
    ),
    Mistake(
      program: "let a = 3\nlet b = 2.5\nprint(a * b)",
      error: "3:7: '*' cannot be applied to 'Int' and 'Double'",
      help: "Swift does not mix number types: convert one with 'Double(…)' or 'Int(…)'"
    ),
    Mistake(
      program: "func f(x: Int) -> Int { x * 2 }\nprint(f(3))",
      error: "2:7: 'f' does not take the arguments (_:)",
      help: "write 'f(x: Int)'"
    ),
    Mistake(
      program: "func f(_ x: Int) -> Int {\n  let y = x * 2\n}",
      error: "1:6: 'f' does not return a value of type 'Int' on every path",
      help: "end each path with 'return'"
    ),
    Mistake(
      program: "let x = 2\nif x = 3 { print(\"yes\") }",
      error: "2:6: '=' assigns, and has no value",
      help: "compare with '=='"
    ),
    Mistake(
      program: "let s = 'hello'",
      error: "1:9: Single-quoted string literal found, use '\"'",
      help: "replace ''' with '\"'"
    ),
    Mistake(
      program: "print(\"sum: \" + 3)",
      error: "1:7: '+' cannot be applied to 'String' and 'Int'",
      help: "write values into strings: \"\\(…)\""
    ),
    Mistake(
      program: "let name: String = nil",
      error: "1:20: 'nil' is no 'String'",
      help: "make it optional: 'String?'"
    ),
    Mistake(
      program: "let n: Int? = 3\nprint(n + 1)",
      error: "2:7: '+' cannot be applied to 'Int?' and 'Int'",
      help: "unwrap the optional first: '… ?? other' or '…!'"
    ),
    Mistake(
      program: "for i in 10 { print(i) }",
      error: "1:10: 'for' needs a sequence, but this is of type 'Int'",
      help: "write a range such as '0..<n', or an array"
    ),
    Mistake(
      program: "var i = 0\ni++",
      error: "2:2: there is no operator '++' here",
      help: "write '+= 1'"
    ),
    Mistake(
      program: "let xs = [1, 2, 3]\nxs.append(4)",
      error: "2:1: 'xs' is a constant and cannot be changed",
      help: "declare it with 'var', or keep the new value in a name of its own"
    ),
    Mistake(
      program: "print(Math.sqrt(16))",
      error: "1:7: cannot find 'Math' in scope",
      help: "write the function alone, as in 'sqrt(x)'"
    ),
    Mistake(
      program: "let p = (1, 2)\nprint(p[0])",
      error: "2:7: a value of type '(Int, Int)' has no subscript",
      help: "write '.0'"
    ),
    Mistake(
      program: "struct P { var x: Int }\nlet p = P(1)",
      error: "2:9: 'P' does not take the arguments (_:)",
      help: "write 'P(x: Int)'"
    ),
    Mistake(
      program: "func area(w: Double, h: Double) { return w * h }",
      error: "1:42: this is of type 'Double', but nothing is to be returned here",
      help: "write behind the parentheses what is returned: '-> Double'"
    ),
    Mistake(
      program: "let x = 3\nif x == 3\n  print(\"three\")",
      error: "2:10: expected '{' in 'if' statement",
      help: "insert '{'"
    ),
    Mistake(
      program: "switch 3 {\ncase 1: print(\"one\")\ncase 2: print(\"two\")\n}",
      error: "1:1: this 'switch' does not cover every value: '_' is missing",
      help: "add 'default:'"
    ),
    Mistake(
      program: "enum Op { case add, sub }\nlet o = Op.add\nswitch o {\ncase .add: print(\"a\")\n}",
      error: "3:1: this 'switch' does not cover every value: '.sub' is missing",
      help: "add 'case .sub:', or 'default:'"
    ),
    Mistake(
      program: "let d = [\"a\": 1]\nlet v: Int = d[\"a\"]",
      error: "2:14: this is of type 'Int?', but 'Int' is needed",
      help: "unwrap it: '… ?? other' or '…!'"
    ),
    Mistake(
      program: "let z = [3, \"4\"]",
      error: "1:13: this element is of type 'String', but the others are 'Int'",
      help: "give all elements one type"
    ),
    Mistake(
      program: "let k = 2.0 ** 2",
      error: "1:13: there is no operator '**'",
      help: "write 'pow(a, b)'"
    ),
    Mistake(
      program: "var s = \"abc\"\nprint(s[0])",
      error: "2:9: the characters of a text have no numbers",
      help: "write 'Array(text)[i]', or 'text[text.index(text.startIndex, offsetBy: i)]'"
    ),
    Mistake(
      program: "import NumPy",
      error: "1:1: this import is not part of the language of lessons",
      help: "only Foundation and LessonKit can be imported"
    ),
    Mistake(
      program: "def f(x): return x",
      error: "1:4: consecutive statements on a line must be separated by newline or ';'",
      help: "write 'func'"
    ),
    Mistake(
      program: "let f = lambda x: x + 1",
      error: "1:15: consecutive statements on a line must be separated by newline or ';'",
      help: "write a closure: '{ x in x + 1 }'"
    ),
    Mistake(
      program: "let xs = [x * 2 for x in [1, 2]]",
      error: "1:16: expected ']' to end array",
      help: "write 'xs.map { x in … }'"
    ),
    Mistake(
      program: "let x: int = 3",
      error: "1:8: cannot find the type 'int'",
      help: "did you mean 'Int'?"
    ),
    Mistake(
      program: "let ok = true and false",
      error: "1:14: consecutive statements on a line must be separated by newline or ';'",
      help: "write '&&'"
    ),
    Mistake(
      program: "if not true { }",
      error: "1:8: unexpected 'true' keyword in 'if' statement",
      help: "write '!' before the condition"
    ),
    Mistake(
      program: "let x = 5\nprint(x % 2 == 0 ? \"even\" \"odd\")",
      error: "2:27: expected ':' after '? ...' in ternary expression",
      help: "insert ':'"
    ),
    Mistake(
      program: "print(len([1, 2]))",
      error: "1:7: cannot find 'len' in scope",
      help: "write 'xs.count'"
    ),
    Mistake(
      program: "let s = \"a\" * 3",
      error: "1:9: '*' cannot be applied to 'String' and 'Int'",
      help: "write 'String(repeating: text, count: n)'"
    ),
    Mistake(
      program: "var x\nx = 3",
      error: "1:5: this variable has no value and no type",
      help: "give it a value where it is declared: 'var x = 0'"
    ),
    Mistake(
      program: "let v = None",
      error: "1:9: cannot find 'None' in scope",
      help: "write 'nil'"
    ),
    Mistake(
      program: "elif 3 > 2 { }",
      error: "1:5: consecutive statements on a line must be separated by newline or ';'",
      help: "write 'else if'"
    ),
    Mistake(
      program: "let xs = range(10)",
      error: "1:10: cannot find 'range' in scope",
      help: "write '0..<n'"
    ),
    Mistake(
      program: "let xs = [1, 2]\nlet y = max(xs)",
      error: "2:9: 'max' does not take the arguments (_:)",
      help: "write 'xs.max()'"
    ),
    Mistake(
      program: "let q = sum([1, 2])",
      error: "1:9: cannot find 'sum' in scope",
      help: "write 'xs.reduce(0, +)'"
    ),
    Mistake(
      program: "for (i = 0; i < 3; i++) { print(i) }",
      error: "1:1: C-style for statement has been removed in Swift 3",
      help: "write 'for i in 0..<n { … }'"
    ),
    Mistake(
      program: "let a: [Int] = [1, 2.5]",
      error: "1:20: this element is of type 'Double', but the others are 'Int'",
      help: "give all elements one type"
    ),
    Mistake(
      program: "function f() { }",
      error: "1:9: consecutive statements on a line must be separated by newline or ';'",
      help: "write 'func'"
    ),
    Mistake(
      program: "class A { var x = 0 }",
      error: "1:1: classes are not part of the language of lessons",
      help: "use a structure: 'struct'"
    ),
    Mistake(
      program: "int x = 3",
      error: "1:4: consecutive statements on a line must be separated by newline or ';'",
      help: "write 'let' or 'var'; the type is 'Int'"
    ),
    Mistake(
      program: "const x = 3",
      error: "1:6: consecutive statements on a line must be separated by newline or ';'",
      help: "write 'let'"
    ),
    Mistake(
      program: "let xs = [3, 1]\nprint(sorted(xs))",
      error: "2:7: cannot find 'sorted' in scope",
      help: "write 'xs.sorted()'"
    ),
    Mistake(
      program: "let a = 1 / 2.0\nlet b: Int = a",
      error: "2:14: this is of type 'Double', but 'Int' is needed",
      help: "convert it, cutting the fraction off: 'Int(…)'"
    ),
    Mistake(
      program: "var xs: [Int] = []\nxs[0].foo()",
      error: "2:7: a value of type 'Int' has no member 'foo'",
      help: nil
    ),
    Mistake(
      program: "struct P { let x: Int }\nvar p = P(x: 1)\np.x = 2",
      error: "3:1: 'x' of a value of type 'P' cannot be changed",
      help: "it is a constant: declare it with 'var'"
    ),
    Mistake(
      program: "func g(a: Int, b: Int) -> Int { a + b }\nprint(g(b: 1, a: 2))",
      error: "2:7: 'g' does not take the arguments (b:a:)",
      help: "write 'g(a: Int, b: Int)'"
    ),
    Mistake(
      program: "let t = if true { 1 } else { \"a\" }",
      error: "1:30: this way is of type 'String', but the one before is of type 'Int'",
      help: "write the type out, as in 'let x: String = if …', or convert one of the two"
    ),
    Mistake(
      program: "print(xs)\nlet xs = [1]",
      error: "1:7: cannot find 'xs' in scope",
      help: "declare it with 'let' or 'func' above this line"
    ),
    Mistake(
      program: "throw 3",
      error: "1:7: this is of type 'Int', but 'any Error' is needed",
      help: "throw a value of your own: 'enum Failure: Error { … }'"
    ),
    Mistake(
      program: "func h() throws { }\nh()",
      error: "2:1: 'h' can throw an error, but is not marked with 'try'",
      help: "write 'try' before it"
    ),
    Mistake(
      program: "let n = 3\nn.count",
      error: "2:3: a value of type 'Int' has no member 'count'",
      help: nil
    ),
    Mistake(
      program: "let x = 1, y = 2\nprint(x <> y)",
      error: "2:9: there is no operator '<>'",
      help: "write '!='"
    ),
    Mistake(
      program: "repeat { } while 1",
      error: "1:18: this is of type 'Int', but 'Bool' is needed",
      help: "compare it with something: '… != 0'"
    ),
    Mistake(
      program: "let half = 1/2 * 3.0\nlet r = half + 1\nlet s: String = r",
      error: "3:17: this is of type 'Double', but 'String' is needed",
      help: "write it into a string: \"\\(…)\""
    ),
  ]

  @Test("a mistake", arguments: mistakes)
  func tells(_ mistake: Mistake) throws {
    let run = Interpreter(mistake.program)
    let first = try #require(run.diagnostics.first { $0.severity == .error })
    let place = run.source.position(at: first.span?.start ?? 0)
    #expect("\(place.line):\(place.column): \(first.message)" == mistake.error)
    #expect(first.help == mistake.help)
  }
}
