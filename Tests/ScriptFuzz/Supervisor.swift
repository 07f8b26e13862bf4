import Foundation
import ScriptFuzzing

/// Runs workers, each over a range of inputs, and goes on behind an input that stopped one.
struct Supervisor {
  /// What the workers told.
  struct Report {
    var outcomes: [FuzzTarget.Outcome: Int] = [:]
    /// Inputs that stopped a worker, and how.
    var problems: [(input: Int, reason: String)] = []
    var greatestMegabytes = 0

    /// How many inputs are done.
    var total: Int { outcomes.values.reduce(0, +) }

    var summary: String {
      let counts = FuzzTarget.Outcome.allCases.map { "\(outcomes[$0, default: 0]) \($0)" }
      return
        ([
          "\(total) inputs: \(counts.joined(separator: ", ")); at most \(greatestMegabytes) MB"
        ] + problems.map { "input \($0.input): \($0.reason)" }).joined(separator: "\n")
    }
  }

  /// A worker at work.
  private final class Worker {
    let process = Process()
    let output = Pipe()
    var inputs: Range<Int>
    var isKilled = false
    /// When it began with the input that it is at.
    var lastProgress = ContinuousClock.now

    init(_ arguments: [String], _ inputs: Range<Int>) throws {
      self.inputs = inputs
      process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
      process.arguments = arguments
      // What prints a backtrace keeps the output open for long, and the input tells as much.
      process.environment = ProcessInfo.processInfo.environment
        .merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
      process.standardOutput = output
      try process.run()
    }

    /// Ends a worker that does not end by itself.
    func kill() {
      isKilled = true
      Foundation.kill(process.processIdentifier, SIGKILL)
    }
  }

  /// The command line of a worker for some inputs.
  let arguments: (Range<Int>) -> [String]
  let seconds: Double

  /// After how many inputs a run tells how far it is.
  private static let inputsBetweenNotes = 50_000

  /// Runs all inputs, one worker for each range at a time.
  ///
  /// - Parameters:
  ///   - ranges: The inputs of each worker.
  ///   - note: Hears of each problem when it is met, and from time to time how far the run is.
  /// - Returns: What all workers told.
  /// - Throws: What starting a worker throws.
  func run(_ ranges: [Range<Int>], _ note: (String) -> Void) throws -> Report {
    var report = Report()
    var noted = 0
    var workers = try ranges.map { try Worker(arguments($0), $0) }
    while !workers.isEmpty {
      var polled = workers.map {
        pollfd(fd: $0.output.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)
      }
      // A worker that goes on writing must not hide one that hangs, nor be blamed for it.
      poll(&polled, nfds_t(polled.count), Int32(seconds * 1_000 / 4))
      let now = ContinuousClock.now
      for (index, state) in polled.enumerated().reversed() {
        let worker = workers[index]
        guard state.revents != 0 else {
          if now - worker.lastProgress > .seconds(seconds) { worker.kill() }
          continue
        }
        worker.lastProgress = now
        let bytes = worker.output.fileHandleForReading.availableData
        for byte in bytes {
          if let outcome = FuzzTarget.Outcome(rawValue: byte) {
            report.outcomes[outcome, default: 0] += 1
          }
        }
        worker.inputs = worker.inputs.dropFirst(bytes.count)
        if report.total >= noted + Self.inputsBetweenNotes {
          noted = report.total
          report.greatestMegabytes = greatestMegabytesOfWorkers
          note(report.summary)
        }
        guard bytes.isEmpty else { continue }
        workers.remove(at: index)
        worker.process.waitUntilExit()
        guard let input = worker.inputs.first else { continue }
        report.problems.append((input, reason(of: worker)))
        note("input \(input): \(reason(of: worker))")
        let rest = worker.inputs.dropFirst()
        if !rest.isEmpty { workers.append(try Worker(arguments(rest), rest)) }
      }
    }
    report.greatestMegabytes = greatestMegabytesOfWorkers
    return report
  }

  private func reason(of worker: Worker) -> String {
    if worker.isKilled { return "not done after \(seconds) seconds" }
    let status = worker.process.terminationStatus
    return worker.process.terminationReason == .uncaughtSignal
      ? "ended by signal \(status)" : "ended with status \(status)"
  }

  private var greatestMegabytesOfWorkers: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
    return Int(usage.ru_maxrss) / 1_024
  }
}
