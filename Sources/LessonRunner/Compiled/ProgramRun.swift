import LessonModel
import Script

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// When a cell began: by the clock, and by what its process had taken of the processor.
private struct Moment {
  private let clock = ContinuousClock.now
  private let processorSeconds: Double?

  /// How much longer than its time a cell may take where other work has the processor.
  private static let longestWait = 20.0

  init(of process: ChildProcess) { processorSeconds = process.processorSeconds }

  /// Whether more than some seconds are over: of processor time, where the system tells that of
  /// another process; a busy machine fails no lesson.
  func isOver(seconds: Double, in process: ChildProcess) -> Bool {
    let passed = ContinuousClock.now - clock
    guard passed > .seconds(seconds) else { return false }
    guard let before = processorSeconds, let now = process.processorSeconds else { return true }
    return now - before > seconds || passed > .seconds(seconds * Self.longestWait)
  }
}

/// The run of a compiled lesson: what it told, and what it printed.
struct ProgramRun {
  /// How a run came to its end.
  enum Ending: Hashable {
    /// The program was not at its end, and ended.
    case early(ChildProcess.Ending)
    /// All cells were run.
    case finished
    /// A cell took more than so many seconds.
    case time(seconds: Double)
    /// A cell printed more than so many bytes.
    case output(bytes: Int)
  }

  private(set) var events: [TraceEvent] = []
  /// The bytes of the standard output and of the standard error.
  private(set) var printed: [UInt8] = []
  private(set) var complained: [UInt8] = []
  private(set) var ending = Ending.finished

  /// How often the deadline and the size of the output are looked at, in milliseconds.
  private static let interval: Int32 = 50

  /// Runs a program to its end, or to a limit.
  ///
  /// - Parameters:
  ///   - program: Its path.
  ///   - folder: Where its output is kept.
  ///   - lesson: The lesson, whose cells may have limits of their own.
  ///   - limits: What each cell may take.
  /// - Throws: `CompiledEngineError`, where it cannot be started.
  init(
    _ program: String,
    in folder: borrowing WorkFolder,
    of lesson: Lesson,
    limits: Limits
  ) throws(CompiledEngineError) {
    let output = try folder.open("output")
    defer { close(output) }
    let errors = try folder.open("errors")
    defer { close(errors) }
    let input = open("/dev/null", O_RDONLY | O_CLOEXEC)
    defer { close(input) }
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw .file(path: "pipe", code: errno) }
    defer { close(ends[0]) }
    let process: ChildProcess
    do {
      // The fourth descriptor is 3, which `LESSONS_TRACE` says.
      defer { close(ends[1]) }
      process = try ChildProcess(
        [program],
        environment: ["LESSONS_TRACE": "3", "SWIFT_BACKTRACE": "enable=no"],
        descriptors: [input, output, errors, ends[1]]
      )
    }
    let stopped = follow(process, through: ends[0], output: output, lesson, limits)
    let end = process.wait()
    printed = contents(of: output)
    complained = contents(of: errors)
    ending = stopped ?? (events.last?.kind == .finish ? .finished : .early(end))
  }

  /// Reads events until the program closes the pipe; returns the limit that it was stopped at.
  private mutating func follow(
    _ process: ChildProcess,
    through pipe: Int32,
    output: Int32,
    _ lesson: Lesson,
    _ limits: Limits
  ) -> Ending? {
    var reader = TraceReader()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var seconds = limits.seconds
    var start = Moment(of: process)
    var printedBefore = 0
    while true {
      var waiting = pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
      if poll(&waiting, 1, Self.interval) > 0 {
        let count = read(pipe, &buffer, buffer.count)
        guard count > 0 else { return nil }
        reader.append(buffer[..<count])
        while let event = reader.next() {
          events.append(event)
          guard event.kind == .cell else { continue }
          let cell = lesson.cells.indices.contains(event.number) ? lesson.cells[event.number] : nil
          seconds = cell?.attributes.timeLimit ?? limits.seconds
          start = Moment(of: process)
          printedBefore = event.printed
        }
      }
      if events.last?.kind == .finish { return nil }
      var status = stat()
      let size = fstat(output, &status) == 0 ? Int(status.st_size) : 0
      if size - printedBefore > limits.outputBytes {
        process.kill()
        return .output(bytes: limits.outputBytes)
      }
      if start.isOver(seconds: seconds, in: process) {
        process.kill()
        return .time(seconds: seconds)
      }
    }
  }
}
