public import Diagnostics

/// Why the second engine cannot run a lesson.
public enum CompiledEngineError: Error, Hashable, Sendable {
  /// No folder of `PATH` holds the compiler.
  case noCompiler
  /// The tool lies in no checkout of the project, where `LessonKit` would be.
  case noCheckout(executable: String)
  /// Something of `LessonKit` is not built: what, and the command that builds it.
  case notBuilt(path: String, command: String)
  /// A folder for the program cannot be made, or a file in it not written: its path and `errno`.
  case file(path: String, code: Int32)
  /// A program cannot be started: its path and `errno`.
  case start(program: String, code: Int32)
  /// The compiler failed without naming a place in the lesson: what it said.
  case compiler(output: String)
  /// The compiler took longer than this many seconds.
  case compilerTime(seconds: Double)
}

extension CompiledEngineError {
  /// The problem, with what to do.
  public var diagnostic: Diagnostic {
    let (id, message, help) = explanation
    return Diagnostic(id, .error, message, at: nil, help: help)
  }

  private var explanation: (id: String, message: String, help: String?) {
    switch self {
    case .noCompiler:
      (
        "no-toolchain", "'--engine swiftc' needs a Swift toolchain, but 'swiftc' is not in PATH",
        "install Swift (swift.org/install), or leave '--engine' out"
      )
    case .noCheckout(let executable):
      (
        "no-lesson-kit",
        "'--engine swiftc' needs LessonKit, but '\(executable)' lies in no checkout of the project",
        "run the 'lessons' in the folder .build of a checkout"
      )
    case .notBuilt(let path, let command):
      ("no-lesson-kit", "'--engine swiftc' needs '\(path)', which is not built", "run '\(command)'")
    case .file(let path, let code):
      (
        "no-folder", "'\(path)' cannot be written: \(SystemError(code: code))",
        "set TMPDIR to a folder that can"
      )
    case .start(let program, let code):
      ("no-process", "'\(program)' cannot be started: \(SystemError(code: code))", nil)
    case .compiler(let output):
      ("compiler-failed", "'swiftc' failed: \(output)", nil)
    case .compilerTime(let seconds):
      (
        "compiler-time", "'swiftc' needs more than \(seconds) seconds for this lesson",
        "give long expressions types, or split them"
      )
    }
  }
}
