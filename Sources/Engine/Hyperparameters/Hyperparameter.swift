/// A number or a name that is chosen before training and not learned by it: where it may lie.
///
/// ```swift
/// Hyperparameter.real("alpha", from: 0.0001, to: 1, scale: .logarithmic)
/// Hyperparameter.integer("hidden units", from: 50, to: 100)
/// Hyperparameter.choice("optimizer", of: ["momentum", "adam"])
/// Hyperparameter.real("beta", from: 0.9, to: 0.999, scale: .oneMinusLogarithmic)
///   .when("optimizer", is: "momentum")
/// ```
public struct Hyperparameter: Sendable, Hashable {
  /// The name, unique in its search space.
  public let name: String

  /// The values it may have.
  public private(set) var domain: Domain

  /// When it has a value at all; always when `nil`.
  public private(set) var condition: Condition?

  /// The values that a hyperparameter may have.
  public enum Domain: Sendable, Hashable {
    /// Any number between two bounds.
    case real(from: Double, to: Double, scale: SearchScale)
    /// An integer between two bounds, both ends in.
    case integer(from: Int, to: Int, scale: SearchScale)
    /// One of some names.
    case choice([String])
  }

  /// What another hyperparameter must be for this one to have a value.
  public enum Condition: Sendable, Hashable {
    /// A choice must be this one.
    case choice(parameter: String, is: String)
    /// An integer must be at least this.
    case integer(parameter: String, isAtLeast: Int)
  }
}

extension Hyperparameter {
  /// Returns a hyperparameter that is a number between two bounds.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - lower: The least value.
  ///   - upper: The greatest value.
  ///   - scale: How values spread between the bounds.
  /// - Returns: The hyperparameter; a `SearchSpace` checks its bounds.
  public static func real(
    _ name: String,
    from lower: Double,
    to upper: Double,
    scale: SearchScale = .linear
  ) -> Hyperparameter {
    Hyperparameter(name: name, domain: .real(from: lower, to: upper, scale: scale))
  }

  /// Returns a hyperparameter that is an integer between two bounds, both ends in.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - lower: The least value.
  ///   - upper: The greatest value.
  ///   - scale: `.linear`, where all are equally likely, or `.logarithmic`, where `n` is as likely
  ///     as a number from `n` to `n + 1` on a logarithmic scale.
  /// - Returns: The hyperparameter; a `SearchSpace` checks its bounds.
  public static func integer(
    _ name: String,
    from lower: Int,
    to upper: Int,
    scale: SearchScale = .linear
  ) -> Hyperparameter {
    Hyperparameter(name: name, domain: .integer(from: lower, to: upper, scale: scale))
  }

  /// Returns a hyperparameter that is one of some names, all equally likely.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - choices: What it may be.
  /// - Returns: The hyperparameter; a `SearchSpace` checks its choices.
  public static func choice(_ name: String, of choices: [String]) -> Hyperparameter {
    Hyperparameter(name: name, domain: .choice(choices))
  }

  /// Returns the same hyperparameter, which has a value only when an earlier choice is a given one.
  ///
  /// - Parameters:
  ///   - parameter: The name of the choice.
  ///   - choice: What it must be.
  /// - Returns: The conditional hyperparameter.
  public func when(_ parameter: String, is choice: String) -> Hyperparameter {
    var copy = self
    copy.condition = .choice(parameter: parameter, is: choice)
    return copy
  }

  /// Returns the same hyperparameter, which has a value only when an earlier integer is big enough.
  ///
  /// - Parameters:
  ///   - parameter: The name of the integer: the number of layers, for the units of layer three.
  ///   - least: What it must be at least.
  /// - Returns: The conditional hyperparameter.
  public func when(_ parameter: String, isAtLeast least: Int) -> Hyperparameter {
    var copy = self
    copy.condition = .integer(parameter: parameter, isAtLeast: least)
    return copy
  }

  /// The same hyperparameter with other values.
  func replacing(_ domain: Domain) -> Hyperparameter {
    var copy = self
    copy.domain = domain
    return copy
  }

  private init(name: String, domain: Domain) {
    self.name = name
    self.domain = domain
  }
}
