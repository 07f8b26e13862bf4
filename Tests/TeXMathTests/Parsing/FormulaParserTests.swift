import Testing

@testable import TeXMath

@Suite("Formulas are read with every problem at its place")
struct FormulaParserTests {
  @Test("what is wrong is reported where it stands", arguments: problems)
  func problem(_ tex: String, _ kind: FormulaProblem.Kind, _ range: Range<Int>) {
    let found = Formula(parsing: tex).problems
    #expect(found.first == FormulaProblem(kind: kind, range: range))
  }

  private static let problems: [(String, FormulaProblem.Kind, Range<Int>)] = [
    ("a {b", .unclosedBrace, 2..<3),
    ("a} b", .strayBrace, 1..<2),
    (#"x + \sotfmax"#, .unknownCommand("sotfmax"), 4..<12),
    (#"\begin{bmatrx} 1 \end{bmatrx}"#, .unknownEnvironment("bmatrx"), 0..<14),
    ("a & b", .misplacedAlignment, 2..<3),
    (#"{a & b}"#, .unclosedBrace, 0..<1),
    (#"a \end{matrix}"#, .strayEnd("matrix"), 2..<14),
    (#"\begin{matrix} a"#, .unclosedEnvironment("matrix"), 0..<14),
    (
      #"\begin{pmatrix} a \end{bmatrix}"#,
      .mismatchedEnd(found: "bmatrix", expected: "pmatrix"), 18..<31
    ),
    (#"\left( a"#, .unclosedFence, 0..<5),
    (#"a \right)"#, .strayFence("right"), 2..<8),
    (#"\left a \right)"#, .notADelimiter("a"), 6..<7),
    ("a^2^3", .doubleScript("^"), 3..<4),
    ("a^", .missingArgument("^"), 1..<2),
    (#"\frac{1}"#, .missingArgument("frac"), 0..<5),
    (#"x\limits_2"#, .misplacedLimits("limits"), 1..<8),
    (#"\hspace{wide}"#, .badLength("wide"), 0..<13),
    ("a $ b", .strayDollar, 2..<3),
    (#"\newcommand{x}{y}"#, .badDefinition("newcommand"), 0..<11),
    (#"\def\a#2{x}"#, .badDefinition("def"), 0..<4),
    (#"\let\a"#, .badDefinition("let"), 0..<4),
    (#"a \color{reddish} b"#, .unknownColor("reddish"), 8..<17),
    (#"\textcolor[rgb]{1,2}{x}"#, .unknownColor("1,2"), 15..<20),
    (#"\char"202E"#, .badCharacterCode, 0..<10),
    (#"a \verb|b"#, .unclosedVerbatim, 2..<7),
    (#"\begin{CD} A @x B \end{CD}"#, .badArrow, 13..<15),
    (#"\raisebox{high}{x}"#, .badLength("high"), 0..<15),
    (#"a \above b"#, .badLength("b"), 2..<10),
  ]

  @Test("an error is no end: what follows is read, and reported too")
  func goesOn() {
    let formula = Formula(parsing: #"a} + \foo + {b"#)
    #expect(formula.problems.map(\.range) == [1..<2, 5..<9, 12..<13])
    #expect(formula.mathML(as: .inline).contains("<mtext>\\foo</mtext>"))
  }

  @Test("an unknown command is a warning and stands as it was written")
  func unknownCommand() {
    let formula = Formula(parsing: #"\foo{x}"#)
    #expect(formula.isWellFormed)
    #expect(formula.unicodeText(as: .inline) == ["\\foox"])
  }

  @Test(
    "commands of the author's own, with arguments and defaults",
    arguments: [
      (#"\newcommand{\loss}{\mathcal{L}}"#, #"\loss(y)"#, #"\mathcal{L}(y)"#),
      (#"\newcommand{\pair}[2]{(#1, #2)}"#, #"\pair{a}{b}^2"#, #"(a, b)^2"#),
      (
        #"\newcommand{\norm}[2][2]{\|#2\|_{#1}}"#, #"\norm{x} \norm[1]{y}"#, #"\|x\|_{2} \|y\|_{1}"#
      ),
      (#"\def\half{\frac12}"#, #"x^\half"#, #"x^\frac12"#),
      (#"\newcommand*{\of}[1]{f(#1)}"#, #"\of{x}"#, "f(x)"),
      (#"\def\pair#1,#2;{(#2, #1)}"#, #"\pair{a}, bc;"#, "(bc, a)"),
      (#"\let\eps=\varepsilon"#, #"\eps"#, #"\varepsilon"#),
      (
        #"\let\ratio\frac \renewcommand{\frac}[2]{\ratio{#1}{#2}!}"#, #"\frac12"#,
        #"\genfrac{}{}{}{}{1}{2}!"#
      ),
      (#"\DeclareMathOperator{\sgn}{sgn}"#, #"\sgn x"#, #"\operatorname{sgn} x"#),
      (#"\DeclareMathOperator*{\best}{best}"#, #"\best_x f"#, #"\operatorname*{best}_x f"#),
    ]
  )
  func macros(_ definition: String, _ call: String, _ meaning: String) {
    let set = MacroSet(parsing: definition)
    #expect(set.problems.isEmpty)
    let formula = Formula(parsing: call, macros: set)
    #expect(formula.problems.isEmpty)
    let expected = Formula(parsing: meaning)
    #expect(formula.unicodeText(as: .inline) == expected.unicodeText(as: .inline))
    #expect(withoutAnnotation(formula) == withoutAnnotation(expected))
  }

  private func withoutAnnotation(_ formula: Formula) -> Substring? {
    formula.mathML(as: .display).split(separator: "<annotation").first
  }

  @Test("what a macro stands for points at its call")
  func macroPlace() {
    let set = MacroSet(parsing: #"\newcommand{\bad}{\unknown}"#)
    let formula = Formula(parsing: #"a + \bad"#, macros: set)
    #expect(formula.problems == [FormulaProblem(kind: .unknownCommand("unknown"), range: 4..<8)])
  }

  @Test("no input exhausts the stack or the time", arguments: hostile)
  func hostileInput(_ name: String, _ tex: String) {
    let clock = ContinuousClock()
    let time = clock.measure {
      let formula = Formula(parsing: tex)
      _ = formula.mathML(as: .display)
      _ = formula.unicodeText(as: .display, width: 80)
      _ = formula.value
      #expect(formula.problems.count <= 2 * FormulaParser.mostProblems)
    }
    // Far beyond what linear work takes, far below what quadratic work would.
    #expect(time < .seconds(5), "\(name)")
  }

  private static let hostile: [(String, String)] = {
    func many(_ piece: String, _ count: Int = 20_000) -> String {
      String(repeating: piece, count: count)
    }
    return [
      ("opening braces", many("{", 1_000_000)),
      ("closing braces", many("}")),
      ("exponents in exponents", many("a^{")),
      ("scripts without end", many("a^")),
      ("roots of roots", many(#"\sqrt"#)),
      ("fractions of fractions", many(#"\frac"#)),
      ("fences in fences", many(#"\left("#)),
      ("environments in environments", many(#"\begin{matrix}"#)),
      ("texts in texts", many(#"\text{"#)),
      ("dollars in texts", many(#"\text{$"#)),
      ("colors", many(#"\color{red}"#)),
      ("fractions without braces", many(#"a \over "#)),
      ("struck strokes", many(#"\not"#)),
      ("cells", #"\begin{matrix}"# + many("&") + #"\end{matrix}"#),
      ("rows", #"\begin{matrix}"# + many(#"\\"#) + #"\end{matrix}"#),
      ("ends", many(#"\end{a}"#)),
      ("unknown commands", many(#"\nope"#)),
      ("brackets in brackets", many("(1") + many(")")),
      ("sums of sums", many(#"\sum_{i=1}^{4}"#, 2_000)),
      ("primes", "a" + many("'")),
      ("digits", many("1")),
      ("a macro of itself", #"\newcommand{\a}{\a}\a"#),
      ("macros that double", #"\newcommand{\a}{\b\b}\newcommand{\b}{\a\a}\a"#),
      ("brackets", many(#"\sqrt["#)),
      ("accents", many(#"\hat"#)),
      ("choices of choices", many(#"\mathchoice"#)),
      ("boxes of boxes", many(#"\raisebox{9em}{$"#)),
      ("rules", many(#"\rule{9em}{9em}"#)),
      ("lines of fractions", many(#"a \above 1pt "#)),
      ("verbatim texts without end", many(#"\verb|"#, 20_001)),
      ("arrows", #"\begin{CD}"# + many("A @>>> ") + #"\end{CD}"#),
      ("arrows without end", #"\begin{CD}"# + many("@>")),
      ("labels of labels", #"\begin{CD}"# + many("@>{")),
      ("names of names", many(#"\let\a\b\let\b\a"#) + #"\a"#),
      ("delimiters that nearly fit", #"\def\p#1aaaaaaab{}\p "# + many("a", 100_000)),
      ("arguments without their end", #"\def\p#1;{}"# + many(#"\p "#)),
    ]
  }()

  @Test("nesting beyond the limit is one error, and the formula stands as its source")
  func tooDeep() {
    let formula = Formula(parsing: String(repeating: "{", count: 1_000_000))
    #expect(formula.problems.count == 1)
    #expect(formula.problems.first?.kind == .tooDeep(limit: 100))
    #expect(formula.nodes.count == 1)
  }

  @Test("every formula of the corpus is read without error")
  func corpus() throws {
    for formula in try CorpusFormula.all() {
      let parsed = Formula(parsing: formula.tex)
      #expect(parsed.isWellFormed, "\(formula.tex): \(parsed.problems)")
    }
  }

  @Test("the places of the pieces are those in the formula")
  func places() {
    let tex = #"\frac{148.4}{176.3} = 0.842"#
    var found: [String] = []
    func visit(_ node: MathNode) {
      switch node.kind {
      case .number:
        found.append(String(decoding: Array(tex.utf8)[node.range], as: UTF8.self))
      case .fraction(let fraction):
        visit(fraction.numerator)
        visit(fraction.denominator)
      case .row(let nodes): for node in nodes { visit(node) }
      default: break
      }
    }
    for node in Formula(parsing: tex).nodes { visit(node) }
    #expect(found == ["148.4", "176.3", "0.842"])
  }
}
