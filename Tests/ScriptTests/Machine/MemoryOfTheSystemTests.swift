import Diagnostics
import ScriptParsing
import Testing

@testable import Script

@Suite("Where the system has no memory for a machine")
struct MemoryOfTheSystemTests {
  private static func compiled(_ source: SourceFile) -> CompiledCell? {
    var parser = ScriptParser()
    var checker = TypeChecker(library: HostLibrary())
    let typed = checker.check(parser.parse(EmbeddedText(wholeOf: source)).value).value.typed
    var compiler = Compiler()
    return typed.flatMap { compiler.compile($0, in: checker.session).value }
  }

  @Test("its cells fail at their places, and the process goes on", arguments: [1 << 58, 1 << 44])
  func fails(_ registers: Int) throws {
    let source = SourceFile(name: "test.swift", text: "\nvar words = [\"a\"]\nprint(words)")
    let cell = try #require(Self.compiled(source))
    let machine = VirtualMachine(
      limits: Limits(),
      library: HostLibrary(),
      loop: .threaded,
      stackSize: registers
    )
    for _ in 0..<2 {
      let result = machine.run(cell)
      #expect(result.events.isEmpty)
      #expect(result.failure?.id == "memory-limit")
      #expect(result.failure?.message == "the system has no memory for the registers of a lesson")
      #expect(result.failure.map { source.position(at: $0.span.start).line } == 2)
    }
    #expect(machine.runWithoutTrace(cell).hadChanged == false)
  }

  @Test("a cell that needs more registers than there are is refused before it runs")
  func refuses() throws {
    let program = (0..<40).map { "let a\($0) = \"\($0)\"\n" }.joined()
    let source = SourceFile(name: "test.swift", text: program)
    let cell = try #require(Self.compiled(source))
    let machine = VirtualMachine(
      limits: Limits(),
      library: HostLibrary(),
      loop: .threaded,
      stackSize: 32
    )
    let message = machine.run(cell).failure?.message
    #expect(message == "this cell needs more than the 32 registers that there are")
  }
}
