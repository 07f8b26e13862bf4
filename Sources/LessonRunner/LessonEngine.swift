import Diagnostics
import LessonModel

/// What runs the cells of a lesson.
public enum LessonEngine: Sendable {
  /// The interpreter, in its sandbox.
  case interpreter
  /// `swiftc`, outside of it, with the rights of who runs it.
  case compiler(Toolchain)
  /// First the interpreter and then `swiftc`, and the results compared.
  case both(Toolchain)

  /// The value of `engine:` in the front matter of a lesson that the language is not enough for.
  static let compilerName = "swiftc"

  /// Why this engine must not run a lesson; nil where it may.
  ///
  /// A lesson by itself cannot leave the sandbox: it says what it needs, and who runs it allows it.
  func refusal(of lesson: Lesson) -> Diagnostic? {
    let asked = lesson.frontMatter.engine
    if let asked, asked != Self.compilerName {
      return Diagnostic(
        "unknown-engine",
        .error,
        "there is no engine '\(asked)'",
        at: lesson.firstLine,
        help: "write 'engine: swiftc', or leave it out for the interpreter"
      )
    }
    switch self {
    case .compiler: return nil
    case .interpreter, .both:
      guard lesson.asksForCompiler else { return nil }
      return Diagnostic(
        "engine-not-allowed",
        .error,
        "this lesson asks for 'engine: swiftc', which runs outside the sandbox, with your rights",
        at: lesson.firstLine,
        help: "if you trust it, run it with '--engine swiftc'"
      )
    }
  }
}

extension Lesson {
  /// Whether the lesson's language is all of Swift.
  var asksForCompiler: Bool { frontMatter.engine == LessonEngine.compilerName }

  /// Where problems of the lesson as a whole are shown.
  var firstLine: SourceSpan { file.span(ofLine: 1) }
}
