import Diagnostics
import Script
import Testing

/// The programs in `Programs/limits`, by the limit that must end each; where it ends them, and by
/// what, stands beside them (`.failure`).
@Suite("No program takes more than its limits")
struct LimitedProgramTests {
  static let programs = CorpusProgram.programs(in: "limits")

  /// Limits that a program meets soon; the others are wide enough that the one it is meant for
  /// ends it.
  private static func limits(of chapter: String) -> Limits {
    var limits = Limits()
    limits.memory = (chapter == "memory" ? 16 : 64) << 20
    limits.outputBytes = 64 << 10
    limits.steps =
      switch chapter {
      case "steps": 1_000_000
      case "time": .max
      default: 20_000_000
      }
    limits.seconds = chapter == "time" ? 0.1 : 300
    return limits
  }

  @Test("a program is ended by the limit it is meant for, at its place", arguments: programs)
  func ends(_ program: CorpusProgram) throws {
    let run = Interpreter(program.text, limits: Self.limits(of: program.chapter))
    #expect(run.errors == [])
    let failure = try #require(run.failure)
    let position = run.source.position(at: failure.span.start)
    let place = "\(position.line):\(position.column) \(failure.id)"
    // How far a program comes in some time depends on the machine.
    let expected = try program.beside("failure")
    #expect((program.chapter == "time" ? failure.id : place) + "\n" == expected)
    #expect(!(failure.diagnostic.help ?? "").isEmpty)
  }

  @Test("every limit has its programs", arguments: ["steps", "time", "memory", "depth", "output"])
  func isComplete(_ chapter: String) {
    #expect(Self.programs.count { $0.chapter == chapter } >= 10)
  }
}
