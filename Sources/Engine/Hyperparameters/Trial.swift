/// One configuration of a search, and what came of it.
public struct Trial: Sendable, Hashable {
  /// The configuration.
  public let configuration: Configuration

  /// What the objective was for it.
  public let value: Double

  /// Its number in the search, counted from 0.
  public var index: Int { configuration.trial }
}

/// Which values of an objective are good.
public enum Goal: Sendable, Hashable {
  /// Small ones: a loss or an error.
  case minimize
  /// Great ones: an accuracy.
  case maximize

  /// Returns whether a value is better than another one; a NaN is worse than any number.
  ///
  /// - Parameters:
  ///   - value: The value.
  ///   - other: What it is compared with.
  /// - Returns: Whether it is better, not equally good.
  public func prefers(_ value: Double, over other: Double) -> Bool {
    if value.isNaN { return false }
    if other.isNaN { return true }
    switch self {
    case .minimize: return value < other
    case .maximize: return value > other
    }
  }
}
