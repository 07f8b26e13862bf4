import Testing

@testable import TeXMath

@Suite("Formulas are cut into statements")
struct MathStatementTests {
  /// The sides as they are written, with the relations between them.
  private func outline(_ tex: String) -> [String] {
    let bytes = Array(tex.utf8)
    return Formula(parsing: tex).statements.map { statement in
      var text = ""
      for (index, side) in statement.sides.enumerated() {
        text += String(decoding: bytes[side.range], as: UTF8.self)
        guard index < statement.relations.count else { continue }
        switch statement.relations[index] {
        case .equal: text += " = "
        case .approximate: text += " ~ "
        case .becomes: text += " > "
        case .separator: text += " : "
        case .other: text += " ? "
        }
      }
      return text
    }
  }

  @Test(
    "at commas, words, wide spaces and implications",
    arguments: [
      ("a = b", ["a = b"]), (#"x = 1, \quad y \approx 2"#, ["x = 1", "y ~ 2"]),
      ("f(x, y) = 2", ["f(x, y) = 2"]), ("p(y = 1) = 0.3", ["p(y = 1) = 0.3"]),
      (#"a = 1 \Rightarrow b \to 2"#, ["a = 1", "b > 2"]), ("a = b = c", ["a = b = c"]),
      (#"a \le b < c"#, ["a ? b ? c"]), ("3 : 2 = 1.5", ["3 : 2 = 1.5"]),
      ("1,000 = 10^3", ["1,000 = 10^3"]),
      (#"\{1, 2\} = A; b"#, [#"\{1, 2\} = A"#, "b"]), (#"\displaystyle a = b"#, ["a = b"]),
      (#"\boxed{a = b}"#, ["a = b"]), (#"x = \boxed{3}"#, [#"x = \boxed{3}"#]),
      (#"\begin{aligned} a &= b \\ &= c \\ d &= e \end{aligned}"#, ["a = b = c", "d = e"]),
      (#"a \stackrel{!}{=} b"#, ["a ? b"]), (#"a = \sqrt{b}."#, [#"a = \sqrt{b}"#]), (".", []),
    ]
  )
  func statements(_ tex: String, _ expected: [String]) {
    #expect(outline(tex) == expected)
  }

  @Test(
    "numbers are found with their signs and precision; names are none",
    arguments: [
      (#"0.842 - 1"#, ["0.842", "1"]), (#"\begin{bmatrix} 5 \\ -1 \end{bmatrix}"#, ["5", "-1"]),
      (#"x_1 + z^{[2]} + y^{(3)}"#, []), (#"\sum_{j=1}^{4} t_j = 2"#, ["2"]),
      (#"50\% + 1.5"#, ["0.50", "1.5"]),
      (#"2.5 \times 10^{-3}"#, ["0.0025"]), (#"1{,}234 = -7."#, ["1234", "-7"]),
      (#"0.333\ldots"#, ["0.333"]),
      (#"\frac{1}{2}, e^{-3}, \sqrt{4}"#, ["1", "2", "-3", "4"]), (#"\text{5 cats}"#, []),
      (#"\left(0.5, -2\right)"#, ["0.5", "-2"]), ("3(-4)", ["3", "-4"]),
    ]
  )
  func numbers(_ tex: String, _ expected: [String]) {
    #expect(Formula(parsing: tex).writtenNumbers.map(\.decimal.text) == expected)
  }

  @Test(
    "squares, cubes and reciprocals of names are notation; what states a quantity is not",
    arguments: [
      (#"\sigma^2 + w^{3}"#, []), ("(x - \\mu)^2", []), ("(w - 5)^2", ["5"]),
      (#"\left(\left(2x\right)^2 + 7\right)^3"#, ["2", "7"]), (#"\hat{y}^2 + x_1^2"#, []),
      ("3^2 + (1 - 4)^2", ["3", "2", "1", "4", "2"]), ("x^4 + (1 - x)^{10}", ["4", "1", "10"]),
      ("e^2 + e^{3}", ["2", "3"]), ("x^{-2} + x^{0.5}", ["-2", "0.5"]), ("x (4)^2", ["4", "2"]),
      (#"\frac{1}{m} + \frac{1}{\sqrt{m}}"#, []),
      (#"\frac{1}{2m} + \frac{2}{m}"#, ["1", "2", "2"]),
      (#"\frac{1}{1 - \beta}"#, ["1", "1"]), (#"\frac{1}{4} + \frac{1.0}{m}"#, ["1", "4", "1.0"]),
      ("((((x))^2)^2)^2 + ]2^2 (", ["2", "2"]), (#"\sum_i^2 x"#, []),
    ]
  )
  func notation(_ tex: String, _ expected: [String]) {
    #expect(Formula(parsing: tex).writtenNumbers.map(\.decimal.text) == expected)
  }

  @Test("a number knows where its digits are")
  func places() {
    let tex = #"a = -0.50\% + 1{,}000 \times 10^3"#
    let bytes = Array(tex.utf8)
    let texts = Formula(parsing: tex).writtenNumbers.map {
      String(decoding: bytes[$0.range], as: UTF8.self)
    }
    #expect(texts == ["-0.50", "1{,}000"])
  }
}
