import Testing

@testable import TeXMath

@Suite("Formulas have values")
struct ExpressionTests {
  private func expression(_ tex: String) -> NumericExpression? {
    Formula(parsing: tex).statements.first?.sides.first?.expression
  }

  @Test("a closed expression has the value that mathematics gives it", arguments: values)
  func value(_ tex: String, _ expected: Double) throws {
    let number = try #require(expression(tex)?.value()?.number, "\(tex)")
    #expect((number.value - expected).magnitude <= 1e-14 * expected.magnitude, "\(number.value)")
    #expect(number.exact.contains(expected) || number.exact.overlaps(number.rounded))
    #expect(number.exact.upper - number.exact.lower <= 1e-12 * max(1, expected.magnitude))
  }

  private static let values: [(String, Double)] = [
    ("2 + 3 \\cdot 4", 14), ("(2 + 3) \\cdot 4", 20), ("2(3+4)", 14), ("-2^2", -4),
    ("(-2)^2", 4), ("10 - 2 - 3", 5), ("24 / 4 / 2", 3), ("3 \\cdot -2", -6), ("5 - -2", 7),
    (#"\frac{148.4}{176.3}"#, 148.4 / 176.3), (#"\tfrac12 + \dfrac{1}{2}"#, 1),
    ("e^5", 148.41315910257660), ("e^{-1}", 0.36787944117144233),
    (#"\exp(-1)"#, 0.36787944117144233),
    (#"-\log 0.2"#, 1.6094379124341003), (#"\ln(0.5) + \log_2 8"#, 3 - 0.6931471805599453),
    (#"\log_{10} 1000"#, 3), (#"\sqrt{2}"#, 1.4142135623730951), (#"\sqrt[3]{27}"#, 3),
    (#"2\pi"#, 6.283185307179586), (#"\pi / 2"#, 1.5707963267948966), (#"\sin(\pi/6)"#, 0.5),
    (#"\sin^2 1 + \cos^2 1"#, 1), (#"\tanh 0.5"#, 0.46211715726000975),
    (#"\max(0, -1) + \min\{3, 2\}"#, 2), ("|-3| + 1", 4), (#"\left|2 - 5\right|"#, 3),
    (#"\lfloor 2.7 \rfloor + \lceil 2.1 \rceil"#, 5), ("5!", 120), (#"\binom{5}{2}"#, 10),
    (#"\sum_{j=1}^{4} j^2"#, 30), (#"\prod_{k=1}^5 k"#, 120),
    (#"\sum_{i=0}^{3} \frac{1}{2^i}"#, 1.875),
    (#"\sum_{i=1}^{2} i + 10"#, 13), ("50\\%", 0.5), ("12.5\\%", 0.125), (".5 + 1", 1.5),
    (#"2 \times 10^{-3}"#, 0.002), (#"3/2 \times 10^{3}"#, 1500), (#"10^{-4}"#, 1e-4),
    ("1{,}000 + 1,000,000", 1_001_000), (#"1\,234.5"#, 1234.5), (#"0.98^{10}"#, 0.8170728068875467),
    (#"5(1 - 0.98^{10})"#, 0.9146359655622665), (#"\underbrace{1 + 2}_{3} \cdot 4"#, 12),
    (#"\left(\frac{1}{2}\right)^3"#, 0.125), ("[2 + 3] \\cdot 2", 10),
    (#"\displaystyle 6 \div 4"#, 1.5),
    (#"\frac{e^{1}}{e^{1} + e^{1}}"#, 0.5), (#"\operatorname{ReLU}(-3)"#, 0),
    (#"{\color{red} 3} + 4"#, 7), ("2^{3^2}", 512), (#"\sqrt{3^2 + 4^2}"#, 5),
  ]

  @Test("matrices multiply, add and transpose")
  func matrices() {
    let value = Formula(
      parsing: #"\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix} \begin{pmatrix} 5 \\ 6 \end{pmatrix}"#
    ).value
    #expect(value?.text == "[[17], [39]]")
    #expect(
      Formula(parsing: #"2 \begin{bmatrix} 1 \\ 2 \end{bmatrix}^T"#).value?.text == "[[2, 4]]"
    )
    let sum = #"\begin{matrix} 1 & 2 \end{matrix} + \begin{matrix} 1 \\ 2 \end{matrix}"#
    #expect(Formula(parsing: sum).value == nil)
    let array = #"\left[\begin{array}{c} e^0 \\ \frac12 \end{array}\right]"#
    #expect(Formula(parsing: array).value?.text == "[[1], [0.5]]")
  }

  @Test("what is not surely arithmetic has no value", arguments: silent)
  func noValue(_ tex: String) {
    #expect(expression(tex)?.value() == nil)
  }

  private static let silent = [
    "x", "2x", "n^{[2]}", "p(y = 1)", "(4, 1)", #"\{0, 1\}"#, "(2) 3", #"2\frac{1}{2}"#, "1/2x",
    "101_2", #"12\,\text{cm}"#, #"5 \bmod 3"#, #"1 \pm 0.1"#, "1/0", #"\sqrt{-1}"#, #"\log 0"#,
    #"0.1 + \cdots + 0.9"#, #"\infty"#, #"\begin{cases} 1 & 2 \end{cases}"#, "a!", "3!!", "171!",
    #"\sum_{i=1}^{n} 1"#, #"\sum_{i=1}^{10^{12}} i"#, "1.2.3", "(1, 2]", #"\int_0^1 2"#, "+", "",
    "1 +", #"\operatorname{foo}(2)"#, #"\mathbf{1}"#, "(0.5,)", #"\sin^{-1} 1"#, "|1|2|",
  ]

  @Test(
    "no expression takes long, however it is written",
    arguments: [
      String(repeating: "1+", count: 5_000) + "1", String(repeating: "(", count: 20_000),
      String(repeating: "-", count: 20_000) + "1", String(repeating: "2^{", count: 90),
      String(repeating: #"\log "#, count: 20_000) + "2",
      #"\sum_{i=1}^{100000} \sum_{j=1}^{100000} i"#, "9^{9^{9^{9^{9}}}}",
      String(repeating: "|", count: 20_000), String(repeating: "(1)", count: 5_000),
      String(repeating: "1", count: 200_000), "1" + String(repeating: "!", count: 20_000),
    ]
  )
  func hostile(_ tex: String) {
    let time = ContinuousClock().measure { _ = Formula(parsing: tex).value }
    #expect(time < .seconds(5))
  }

  @Test("free variables are found, and given values")
  func variables() throws {
    let side = try #require(expression(#"w^2 - 10w + 25 + x_1^2 \hat{y}^{(i)}"#))
    #expect(side.freeVariables == ["w", "x₁", "ŷ⁽ⁱ⁾"])
    let value = side.value(where: ["w": 7, "x₁": 2, "ŷ⁽ⁱ⁾": 0.5])
    #expect(value?.number?.value == 6)
  }

  @Test("an index is no free variable")
  func boundVariable() {
    #expect(expression(#"\sum_{i=1}^{n} i^2"#)?.freeVariables == ["n"])
  }
}
