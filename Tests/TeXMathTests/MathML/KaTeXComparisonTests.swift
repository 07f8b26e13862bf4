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
