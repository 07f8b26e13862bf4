import TeXMath
import Testing

@Suite("Formulas as text")
struct UnicodeTextTests {
  @Test(
    "in one line",
    arguments: [
      (#"\hat{y}"#, "ŷ"),
      (#"\tilde{z}^{(i)}"#, "z̃⁽ⁱ⁾"),
      (#"\sum_{j=1}^{4} t_j"#, "∑ⱼ₌₁⁴ tⱼ"),
      (#"-\log \hat{y}_2"#, "−log ŷ₂"),
      (#"W^{[l]} a^{[l-1]} + b"#, "W^[l]a^[l−1] + b"),
      (#"\frac{a+b}{2c}"#, "(a + b)/2c"),
      (#"\sqrt{x} + \sqrt[3]{x+1}"#, "√x + ∛(x + 1)"),
      (#"\alpha \in \mathbb{R}^n"#, "α ∈ ℝⁿ"),
      (#"\text{if } x = -1"#, "if x = −1"),
      (#"\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}"#, "[1  2; 3  4]"),
      (#"x_{\text{norm}}"#, "xₙₒᵣₘ"),
      (#"x^{\alpha}"#, "x^α"),
      (#"10^{-3}"#, "10⁻³"),
      (#"\mathcal{L}(\hat{y}, y)"#, "ℒ(ŷ, y)"),
      (#"f'(x)"#, "f′(x)"),
      (#"a \ne b"#, "a ≠ b"),
      (#"\verb|x_1 {|"#, "x_1 {"),
      (#"\'e \"o \v{c} \c{c}"#, "e\u{301}o\u{308}c\u{30C}c\u{327}"),
      (#"a \above 2pt b"#, "a/b"),
      (#"\mathchoice{D}{T}{S}{U}_{\mathchoice{D}{T}{S}{U}}"#, "T_S"),
      (#"x\rule{1em}{1pt}"#, "x▬▬"),
      (#"\char"221E"#, "∞"),
      (#"\begin{CD} A @>f>> B \end{CD}"#, "A  —f→  B"),
    ]
  )
  func line(_ tex: String, _ expected: String) {
    #expect(Formula(parsing: tex).unicodeText(as: .inline) == [expected])
  }

  @Test(
    "in several lines",
    arguments: [
      (
        #"\mu = \frac{1}{m} \sum_i x^{(i)}"#,
        """
            1
        μ = ─ ∑ x⁽ⁱ⁾
            m i
        """
      ),
      (
        #"t = \begin{bmatrix} 148.4 \\ 7.4 \end{bmatrix}"#,
        """
        t = ⎡148.4⎤
            ⎣  7.4⎦
        """
      ),
      (
        #"|x| = \begin{cases} x & x \ge 0 \\ -x & \text{else} \end{cases}"#,
        """
        ∣x∣ = ⎰x   x ≥ 0
              ⎱−x  else
        """
      ),
      (
        #"a\raisebox{1.2em}{up}b\raisebox{-1.2em}{down}"#,
        """
         up
        a  b
            down
        """
      ),
      (
        #"\rule{1em}{2.4em}\rule[1.2em]{1em}{1pt}"#,
        """
        ██▁▁
        ██
        """
      ),
      (
        #"\begin{CD} A @>f>> B \\ @VgVV @AAhA \\ C @= D \end{CD}"#,
        """
             f
        A   ──→  B
        g↓       ↑h
        C   ══   D
        """
      ),
      (
        #"a \xrightarrow{f} b"#,
        """
           f
        a ──→ b
        """
      ),
      (
        #"\left(\frac{a}{b}\right)^{[n]}"#,
        """
        ⎛a⎞[n]
        ⎜─⎟
        ⎝b⎠
        """
      ),
      (
        #"\underbrace{a + b}_{n}"#,
        """
        a + b
        ╰─┬─╯
          n
        """
      ),
    ]
  )
  func block(_ tex: String, _ expected: String) {
    let lines = Formula(parsing: tex).unicodeText(as: .display, width: 80)
    #expect(lines.joined(separator: "\n") == expected)
  }

  @Test("what is wider than the line is broken before a relation")
  func broken() {
    let formula = Formula(parsing: #"\alpha + \beta + \gamma = \delta + \epsilon = \zeta + \eta"#)
    #expect(
      formula.unicodeText(as: .display, width: 16) == ["α + β + γ", "  = δ + ϵ", "  = ζ + η"]
    )
  }

  @Test("no line of the corpus is wider than asked, but for single words", arguments: [40, 100])
  func width(_ width: Int) throws {
    for formula in try CorpusFormula.all() {
      for line in Formula(parsing: formula.tex).unicodeText(as: .display, width: width) {
        let longest = line.split(separator: " ").map(\.count).max() ?? 0
        #expect(line.count <= max(width, longest + 2), "\(formula.tex)")
      }
    }
  }
}
