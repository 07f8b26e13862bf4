import TeXMath
import Testing

@Suite("MathML is what KaTeX writes")
struct KaTeXComparisonTests {
  @Test("on the corpus of formulas, but for the differences that are listed with a reason")
  func corpus() throws {
    let formulas = try CorpusFormula.all()
    let reference = try fixtureLines("katex.tsv")
    try #require(formulas.count == reference.count)
    #expect(formulas.count >= 1500)
    let listed = try fixtureLines("differences.tsv").map { line in
      String(line.split(separator: "\t", maxSplits: 1)[1])
    }
    var differing: [String] = []
    for (formula, expected) in zip(formulas, reference) {
      let ours = Formula(parsing: formula.tex).mathML(as: formula.isDisplayed ? .display : .inline)
      if tree(ours) != tree(expected) { differing.append(formula.tex) }
    }
    #expect(differing == listed)
    #expect(Double(differing.count) <= 0.03 * Double(formulas.count))
  }

  @Test("also for constructs that the corpus has seldom", arguments: rareConstructs)
  func construct(_ tex: String, _ expected: String) {
    let ours = tree(Formula(parsing: tex).mathML(as: .display))
    #expect(ours == tree("<math display=\"block\">\(expected)</math>"))
  }

  @Test(
    "the sign of an operand stands close to it, which KaTeX leaves to its own layout",
    arguments: [
      ("(-1)", true), ("a = -1", true), ("(1, -2)", true), ("2 \\cdot -3", true),
      ("a - 1", false), ("(a) - 1", false), ("a_1 - b", false), ("n! - 1", false),
    ]
  )
  func sign(_ tex: String, _ isPrefix: Bool) {
    let markup = Formula(parsing: tex).mathML(as: .inline)
    #expect(markup.contains("<mo form=\"prefix\">−</mo>") == isPrefix)
  }

  @Test(
    "the name of a function has a thin space beside operands, which KaTeX leaves to its own layout",
    arguments: [
      (#"2\log x"#, " style=\"margin:0 0.1667em\">log"),
      (#"\log x"#, " style=\"margin-right:0.1667em\">log"),
      (#"2\log(x)"#, " style=\"margin-left:0.1667em\">log"), (#"= \log(x)"#, "<mi>log"),
      (#"\log_2 x"#, "<msub style=\"margin-right:0.1667em\">"), (#"(\log)"#, "<mi>log"),
      (#"\log\sin x"#, "<mi style=\"margin-right:0.1667em\">sin"),
    ]
  )
  func spaceOfNames(_ tex: String, _ expected: String) {
    #expect(Formula(parsing: tex).mathML(as: .inline).contains(expected))
  }

  @Test(
    "a color that is none leaves the color of the text, and none is written that could be a style",
    arguments: [
      #"\color{ink}x"#, #"\textcolor{red;top:0}{x}"#, #"\color{}x"#, #"\color[cmyk]{0,1,0,0}x"#,
    ]
  )
  func unknownColor(_ tex: String) {
    let formula = Formula(parsing: tex)
    #expect(formula.isWellFormed && formula.problems.count == 1)
    #expect(!formula.mathML(as: .inline).contains("mathcolor"))
  }

  @Test(
    "colors by name, by code and by numbers",
    arguments: [
      ("{DarkBlue}", "DarkBlue"), ("{#abc}", "#abc"), ("{AABBCC}", "#AABBCC"),
      ("[rgb]{1, 0.5, 0}", "#ff8000"), ("[RGB]{1,2,255}", "#0102ff"), ("[HTML]{00ff00}", "#00ff00"),
      ("[gray]{0.2}", "#333333"), ("{BrickRed}", "#B6321C"),
    ]
  )
  func color(_ written: String, _ expected: String) {
    let formula = Formula(parsing: #"\textcolor"# + written + "{x}")
    #expect(formula.problems.isEmpty)
    #expect(formula.mathML(as: .inline).contains("<mstyle mathcolor=\"\(expected)\"><mi>x</mi>"))
  }

  @Test("\\mathchoice goes by the style of its place")
  func choice() {
    let tex =
      #"a^{\mathchoice{D}{T}{S}{U}} a^{b^{\mathchoice{D}{T}{S}{U}}} \mathchoice{D}{T}{S}{U}"#
    let markup = Formula(parsing: tex).mathML(as: .inline)
    #expect(["S", "U", "T"].allSatisfy { markup.contains("<mi>\($0)</mi>") })
    #expect(!markup.contains("<mi>D</mi>"))
  }

  private func tree(_ markup: String) -> String {
    Element.parse(markup).normalized().map(\.description).joined()
  }

  /// What KaTeX 0.16.4 gives for each.
  private static let rareConstructs: [(String, String)] = [
    (
      #"\left( x \middle\| y \right."#,
      """
      <mrow><mo fence="true">(</mo><mi>x</mi><mo fence="true" lspace="0.05em" rspace="0.05em">∥</mo>\
      <mi>y</mi></mrow>
      """
    ),
    (
      #"\underbrace{a}_{n}"#,
      #"<munder><munder><mi>a</mi><mo stretchy="true">⏟</mo></munder><mi>n</mi></munder>"#
    ),
    (
      #"\bigl[ \Big/"#,
      """
      <mrow><mo fence="true" stretchy="true" minsize="1.2em" maxsize="1.2em">[</mo>\
      <mo fence="false" stretchy="true" minsize="1.8em" maxsize="1.8em">/</mo></mrow>
      """
    ),
    (#"\not\in"#, "<mo>∉</mo>"),
    (
      #"\cancel{x}"#,
      #"<menclose notation="updiagonalstrike"><mi>x</mi></menclose>"#
    ),
    (
      #"a \tag{1}"#,
      """
      <mtable width="100%"><mtr><mtd width="50%"></mtd><mtd><mi>a</mi></mtd>\
      <mtd width="50%"></mtd><mtd><mtext>(1)</mtext></mtd></mtr></mtable>
      """
    ),
    (
      #"a \tag*{*}"#,
      """
      <mtable width="100%"><mtr><mtd width="50%"></mtd><mtd><mi>a</mi></mtd>\
      <mtd width="50%"></mtd><mtd><mtext>*</mtext></mtd></mtr></mtable>
      """
    ),
    (
      #"\left\{ x \middle| y \right\}"#,
      """
      <mrow><mo fence="true">{</mo><mi>x</mi><mo fence="true" lspace="0.05em" rspace="0.05em">|</mo>\
      <mi>y</mi><mo fence="true">}</mo></mrow>
      """
    ),
    (#"\lbrack y \rbrack"#, #"<mo stretchy="false">[</mo><mi>y</mi><mo stretchy="false">]</mo>"#),
    (
      #"\underbar{x}"#,
      #"<munder accentunder="true"><mtext>x</mtext><mo stretchy="true">‾</mo></munder>"#
    ),
    (
      #"\Game + \Bbbk"#,
      #"<mi mathvariant="normal">⅁</mi><mo>+</mo><mi mathvariant="double-struck">k</mi>"#
    ),
    (
      #"\set{x}"#,
      """
      <mo stretchy="false">{</mo><mtext> </mtext><mi>x</mi><mtext> </mtext>\
      <mo stretchy="false">}</mo>
      """
    ),
    (
      #"{n \choose k}"#,
      """
      <mrow><mo fence="true">(</mo><mfrac linethickness="0px"><mi>n</mi><mi>k</mi></mfrac>\
      <mo fence="true">)</mo></mrow>
      """
    ),
    (
      #"a\raisebox{0.3em}{b}"#,
      """
      <mi>a</mi><mpadded voffset="0.3em"><mstyle scriptlevel="0" displaystyle="false"><mtext>b</mtext>\
      </mstyle></mpadded>
      """
    ),
    (
      #"\rule[0.5em]{1em}{2pt}"#,
      """
      <mpadded height="0.5em" voffset="0.5em"><mspace mathbackground="black" width="1em" \
      height="0.2em"></mspace></mpadded>
      """
    ),
    (#"\verb|a_b \x|"#, #"<mtext mathvariant="monospace">a_b \x</mtext>"#),
    (#"\mathchoice{D}{T}{S}{SS}"#, "<mi>D</mi>"),
    (
      #"a \above 2pt b"#, #"<mfrac linethickness="0.2em"><mi>a</mi><mi>b</mi></mfrac>"#
    ),
    (#"a \above{0pt} b"#, #"<mfrac linethickness="0px"><mi>a</mi><mi>b</mi></mfrac>"#),
    (
      #"{a \brack b}"#,
      """
      <mrow><mo fence="true">[</mo><mfrac linethickness="0px"><mi>a</mi><mi>b</mi></mfrac>\
      <mo fence="true">]</mo></mrow>
      """
    ),
    (#"\char"41"#, #"<mi mathvariant="normal">A</mi>"#),
    (#"\char`\%"#, #"<mi mathvariant="normal">%</mi>"#),
    (#"\let\foo=\alpha \foo"#, "<mi>α</mi>"),
    (#"\def\foo#1.#2;{#1+#2}\foo{a}.b;"#, "<mi>a</mi><mo>+</mo><mi>b</mi>"),
    (#"\'e"#, #"<mover accent="true"><mi>e</mi><mo>ˊ</mo></mover>"#),
    (#"\v{c}"#, #"<mover accent="true"><mi>c</mi><mo>ˇ</mo></mover>"#),
    (#"\textcolor{ff0000}{x}"#, ##"<mstyle mathcolor="#ff0000"><mi>x</mi></mstyle>"##),
    (
      #"\begin{CD} A @>f>> B \\ @VgVV \end{CD}"#,
      """
      <mtable rowspacing="0.25em" columnalign="center center center" columnspacing="0.5em"><mtr><mtd>\
      <mstyle scriptlevel="0" displaystyle="true"><mi>A</mi></mstyle></mtd><mtd><mstyle \
      scriptlevel="0" displaystyle="true"><munderover><mo stretchy="true" minsize="3.0em">→</mo>\
      <mpadded width="+0.6em" lspace="0.3em"><mrow></mrow></mpadded><mpadded width="+0.6em" \
      lspace="0.3em"><mi>f</mi></mpadded></munderover></mstyle></mtd><mtd><mstyle scriptlevel="0" \
      displaystyle="true"><mi>B</mi></mstyle></mtd></mtr><mtr><mtd><mstyle scriptlevel="0" \
      displaystyle="true"><mrow><mrow><mstyle displaystyle="false" scriptlevel="1"><mpadded \
      width="0" lspace="-1width" voffset="0.7em"><mrow><mi>g</mi></mrow></mpadded></mstyle><mo \
      fence="false" stretchy="true" minsize="1.8em" maxsize="1.8em">↓</mo><mstyle \
      displaystyle="false" scriptlevel="1"><mpadded width="0" voffset="0.7em"><mrow><mrow></mrow>\
      </mrow></mpadded></mstyle></mrow></mrow></mstyle></mtd></mtr></mtable>
      """
    ),
    (
      #"\color{red} x"#,
      #"<mstyle mathcolor="red"><mi>x</mi></mstyle>"#
    ),
    (
      #"\begin{array}{l|r} a & b \\ \hline c & d \end{array}"#,
      """
      <mtable rowspacing="0.16em" columnalign="left right" columnlines="solid" columnspacing="1em" \
      rowlines="solid"><mtr><mtd><mstyle scriptlevel="0" displaystyle="false"><mi>a</mi></mstyle>\
      </mtd><mtd><mstyle scriptlevel="0" displaystyle="false"><mi>b</mi></mstyle></mtd></mtr><mtr>\
      <mtd><mstyle scriptlevel="0" displaystyle="false"><mi>c</mi></mstyle></mtd><mtd><mstyle \
      scriptlevel="0" displaystyle="false"><mi>d</mi></mstyle></mtd></mtr></mtable>
      """
    ),
  ]
}
