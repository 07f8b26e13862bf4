import Diagnostics
import LessonModel

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A run of the compiler.
struct Compilation {
  /// One error that it found.
  struct Problem {
    var line: Int
    var column: Int
    var message: String
  }

  private(set) var problems: [Problem] = []
  /// Whether it did what it was to do.
  let succeeded: Bool
  /// All that it said.
  let output: String

  /// The most seconds that the compiler may take.
  private static let mostSeconds = 300.0
  /// How often the time is looked at, in microseconds.
  private static let interval: useconds_t = 2_000

  /// Runs the compiler.
  ///
  /// - Parameters:
  ///   - arguments: Its path and its arguments.
  ///   - folder: Where its messages are kept.
  /// - Throws: `CompiledEngineError`, where it cannot be started, or takes too long.
  init(_ arguments: [String], in folder: borrowing WorkFolder) throws(CompiledEngineError) {
    let messages = try folder.open("messages")
    defer { close(messages) }
    let input = open("/dev/null", O_RDONLY | O_CLOEXEC)
    defer { close(input) }
    let process = try ChildProcess(arguments, descriptors: [input, messages, messages])
    let deadline = ContinuousClock.now + .seconds(Self.mostSeconds)
    while process.isRunning {
      guard ContinuousClock.now < deadline else {
        process.kill()
        _ = process.wait()
        throw .compilerTime(seconds: Self.mostSeconds)
      }
      usleep(Self.interval)
    }
    succeeded = process.wait() == .exited(0)
    output = String(decoding: contents(of: messages), as: UTF8.self)
    problems = output.split(separator: "\n").compactMap(Self.problem)
  }

  /// Reads a line `file:12:5: error: message`.
  private static func problem(in text: Substring) -> Problem? {
    guard let mark = text.firstRange(of: ": error: ") else { return nil }
    let place = text[..<mark.lowerBound].split(separator: ":").suffix(2).compactMap { Int($0) }
    guard place.count == 2 else { return nil }
    return Problem(line: place[0], column: place[1], message: String(text[mark.upperBound...]))
  }
}
