import Foundation

/// The times of some samples, each the mean of as many calls as fill 20 ms, as the peers take them.
struct Timing {
  /// Seconds a call, one for each sample.
  let samples: [Double]

  /// CPU time over wall time: how many cores were really used.
  let cores: Double

  init(repeats: Int, _ run: () throws -> Void) throws {
    var calls = 1
    var took = try Timing.seconds(calls, run)
    while took < Timing.sampleLength {
      calls = max(2 * calls, Int(1.1 * Double(calls) * Timing.sampleLength / max(took, 1e-9)))
      took = try Timing.seconds(calls, run)
    }
    let (cpu, wall) = (Timing.now(CLOCK_PROCESS_CPUTIME_ID), Timing.now(CLOCK_MONOTONIC))
    samples = try (0..<repeats).map { _ in try Timing.seconds(calls, run) / Double(calls) }
    cores =
      (Timing.now(CLOCK_PROCESS_CPUTIME_ID) - cpu) / (Timing.now(CLOCK_MONOTONIC) - wall)
  }

  var median: Double {
    let sorted = samples.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  var least: Double { samples.min() ?? .nan }

  var greatest: Double { samples.max() ?? .nan }

  private static let sampleLength = 0.02

  private static func seconds(_ calls: Int, _ run: () throws -> Void) throws -> Double {
    let start = now(CLOCK_MONOTONIC)
    for _ in 0..<calls { try run() }
    return now(CLOCK_MONOTONIC) - start
  }

  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
