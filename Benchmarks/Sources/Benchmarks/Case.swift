/// Something that is timed, and checked before.
struct Case {
  /// What its times are given in.
  enum Unit: String {
    case microseconds = "us"
    case seconds = "s"
    case trialsPerSecond = "trials/s"
  }

  let name: String
  var unit = Unit.microseconds
  var threads = 1

  /// How many trials one call runs, where the unit counts trials.
  var trials = 1

  /// Does the work once; its result is kept from being optimised away by crossing a module's border.
  let run: () throws -> Void

  /// Compares the results with a reference, and returns what else to report.
  let check: () throws -> [String: Double]
}

/// A result that is not what the reference says.
struct WrongResult: Error, CustomStringConvertible {
  let description: String
}

/// - Throws: `WrongResult` when the condition does not hold.
func require(_ condition: Bool, _ what: String) throws {
  if !condition { throw WrongResult(description: what) }
}
