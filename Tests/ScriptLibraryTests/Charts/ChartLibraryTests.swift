import Charts
import Diagnostics
import Script
import ScriptLibrary
import ScriptParsing
import Testing

@Suite("Charts in the language are those of Swift")
struct ChartLibraryTests {
  /// Runs a program and shows its last value.
  private func run(_ program: String, limits: Limits = Limits()) -> (
    result: RunResult?, problems: [String]
  ) {
    let library = makeLessonLibrary()
    let source = SourceFile(name: "chart.swift", text: program)
    var parser = ScriptParser()
    let parsed = parser.parse(EmbeddedText(wholeOf: source))
    var checker = TypeChecker(library: library)
    let checked = checker.check(parsed.value)
    var compiler = Compiler()
    let problems = parsed.diagnostics + checked.diagnostics
    guard let typed = checked.value.typed,
      let code = compiler.compile(typed, in: checker.session).value
    else { return (nil, problems.map(\.message)) }
    let result = VirtualMachine(limits: limits, library: library).run(code)
    return (result, problems.map(\.message))
  }

  @Test("a chart of the language gives the bytes of Swift's", arguments: ChartProgram.all)
  func sameBytes(program: ChartProgram) throws {
    let (result, problems) = run(program.lines)
    #expect(problems.isEmpty)
    let events = try #require(result).events
    #expect(result?.failure == nil)
    guard events.count == 1, case .drawn(let picture, _) = events[0] else {
      Issue.record("the last value is not drawn: \(events)")
      return
    }
    #expect(picture.svg(prefix: "a") == (try program.figure.svg(prefix: "a")))
    #expect(picture.terminalText(columns: 80, form: .plain) == "\(program.figure)\n")
    #expect(
      picture.terminalText(columns: 60, form: .ansi)
        == (try program.figure.terminalText(columns: 60, style: .ansi))
    )
    #expect(picture.title == program.figure.title)
    #expect(picture.tables == program.figure.dataTables.map(\.html).joined())
  }

  @Test("the programs use every mark, modifier and option that is published")
  func everythingIsUsed() {
    let all = ChartProgram.all.map(\.lines).joined(separator: "\n")
    for type in makeLessonLibrary().types where type.name.hasSuffix("Mark") && type.name != "Mark" {
      #expect(all.contains(type.name + "("), "\(type.name)")
    }
    for function in makeLessonLibrary().functions
    where ["Chart", "LineMark"].contains(function.owner) {
      let name = function.signature.split(separator: "(")[0].split(separator: " ").last ?? ""
      #expect(name == "init" || all.contains(".\(name)("), "\(function.signature)")
    }
  }

  @Test(
    "every option of an enumeration is found by its name",
    arguments: [
      ("foregroundStyle", ChartColor.allCases.map { "\($0)" }),
      ("symbol", ChartSymbol.allCases.map { "\($0)" }),
      ("lineStyle", LineStyle.allCases.map { "\($0)" }),
    ]
  )
  func options(modifier: String, names: [String]) {
    for name in names {
      let (result, problems) = run("print(RuleMark(x: 1).\(modifier)(.\(name)))")
      #expect(problems.isEmpty && result?.failure == nil, "\(name)")
    }
  }

  @Test("a chart that cannot be drawn fails where it is shown, with a remedy")
  func failure() throws {
    let (result, _) = run("let a = 1\nChart { LineMark(y: [0, 1]) }.chartYScale(type: .log)")
    let failure = try #require(result?.failure)
    #expect(failure.id == "off-scale")
    #expect(failure.message == "the vertical axis is logarithmic, but holds 0.0")
    #expect(failure.help == "give values above 0, or use a linear scale")
    #expect(failure.span.start == 10)
  }

  @Test("charts are equal where they hold the same, and print as Swift prints them")
  func values() throws {
    let (result, problems) = run(
      """
      let a = Chart("t") { RuleMark(x: 1) }
      let b = Chart("t") { RuleMark(x: 1) }
      print(a == b, a == b.chartXAxisLabel("x"), [a], LineMark(y: [1, 2]), RuleMark(y: 1))
      """
    )
    #expect(problems.isEmpty)
    guard case .printed(let text, _)? = result?.events.first else {
      Issue.record("nothing is printed")
      return
    }
    #expect(text == "true false [Chart(\"t\", 1 mark)] LineMark(4 values) RuleMark\n")
  }

  @Test("pictures count as output, the steps of closures as steps, and marks as memory")
  func limits() {
    var few = Limits()
    few.outputBytes = 2_000
    let many = "for _ in 0..<1000 { show(Chart { LineMark(y: [1, 2]) }) }"
    #expect(run(many, limits: few).result?.failure?.id == "output-limit")
    few.steps = 1_000
    let contour = """
      Chart {
        ContourMark(x: 0...1, y: 0...1, resolution: 400) { x, y in
          var sum = 0.0
          for _ in 0..<100 { sum += x * y }
          return sum
        }
      }
      """
    #expect(run(contour, limits: few).result?.failure?.id == "step-limit")
    few = Limits()
    few.memory = 1 << 20
    let copies = """
      let x = (0..<10_000).map { Double($0) }
      let marks = (0..<100).map { _ in LineMark(y: x) }
      """
    #expect(run(copies, limits: few).result?.failure?.id == "memory-limit")
  }
}
