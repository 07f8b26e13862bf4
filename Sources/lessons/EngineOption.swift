import ArgumentParser
import Diagnostics
import LessonRunner

/// What `--engine` names.
enum EngineOption: String, ExpressibleByArgument, CaseIterable {
  case interpreter
  case swiftc
  case both

  /// What the help says of it.
  static let help = ArgumentHelp(
    "What runs the cells: interpreter, swiftc, or both.",
    discussion: """
      interpreter runs them in its sandbox. swiftc compiles and runs them outside of it, with your rights: for lessons \
      that you trust. both runs both, and fails where they differ.
      """
  )

  /// The engine itself; ends with a message where it cannot be had.
  var engine: LessonEngine {
    get throws {
      do throws(CompiledEngineError) {
        switch self {
        case .interpreter: return .interpreter
        case .swiftc: return .compiler(try .find())
        case .both: return .both(try .find())
        }
      } catch {
        let problem = error.diagnostic
        Terminal.complain("error: \(problem.message)")
        if let help = problem.help { Terminal.complain("help: \(help)") }
        throw ExitCode(69)
      }
    }
  }
}
