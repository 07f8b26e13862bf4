import Testing

/// The programs in `Programs`: one behaviour each, by chapter.
@Suite("The corpus of programs")
struct ProgramCorpusTests {
  static let accepted = CorpusProgram.programs(in: "accept")
  static let rejected = CorpusProgram.programs(in: "reject")

  @Test("there are programs of every kind")
  func isComplete() {
    #expect(Self.accepted.count >= 400)
    #expect(Self.rejected.count >= 150)
  }

  @Test("an accepted program prints its output", arguments: accepted)
  func prints(_ program: CorpusProgram) throws {
    let run = Interpreter(program.text)
    #expect(run.errors == [])
    #expect(run.failure == nil)
    #expect(run.printed == (try program.beside("out")))
  }

  @Test("a rejected program is refused at its place", arguments: rejected)
  func refuses(_ program: CorpusProgram) throws {
    let run = Interpreter(program.text)
    let expected = try program.beside("errors").split(separator: "\n").map(String.init)
    #expect(run.errors == expected)
    #expect(run.printed.isEmpty)
  }

  /// The files that `swiftc` compiles, each of several programs.
  static let compiledFiles = ProgramNames.files(of: accepted.map(\.text), size: 60)
    .map { file in file.map { accepted[$0] } }

  @Test("swiftc's programs print the same", .serialized, arguments: compiledFiles)
  func agreeWithCompiler(_ programs: [CorpusProgram]) throws {
    let together = try CompiledProgram.outputs(of: programs.map(\.text))
    for (index, program) in programs.enumerated() {
      let expected = try program.beside("out")
      if together?[index] == expected { continue }
      // By itself a program shows whether it is wrong, or does not go with the others.
      let alone = try CompiledProgram.output(of: program.text)
      #expect(alone == expected, "\(program.testDescription)")
    }
  }
}
