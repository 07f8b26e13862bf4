/// Some hyperparameters, and where each may lie.
///
/// ```swift
/// let space = try SearchSpace {
///   Hyperparameter.real("alpha", from: 0.0001, to: 1, scale: .logarithmic)
///   Hyperparameter.integer("hidden units", from: 50, to: 100)
/// }
/// let best = try randomSearch(space, trials: 25, seed: 1) { error(of: $0) }.best
/// ```
public struct SearchSpace: Sendable {
  /// All that a space holds; it never changes, so that a thousand configurations share it by one
  /// reference each.
  private final class Storage: Sendable {
    let parameters: [Hyperparameter]
    let names: [String]
    /// The bytes of each name in UTF-8.
    let nameLengths: [Int]
    let domains: [CheckedDomain]
    let conditions: [CheckedCondition?]

    init(
      _ parameters: [Hyperparameter],
      _ domains: [CheckedDomain],
      _ conditions: [CheckedCondition?]
    ) {
      self.parameters = parameters
      names = parameters.map(\.name)
      nameLengths = names.map(\.utf8.count)
      self.domains = domains
      self.conditions = conditions
    }

    func index(of name: String) throws(EngineError) -> Int {
      // Comparing texts is slower than their lengths, which tell most names apart. Two forms of one
      // name, as of é, may differ in length all the same.
      let length = name.utf8.count
      for index in names.indices where nameLengths[index] == length && names[index] == name {
        return index
      }
      guard let index = names.firstIndex(of: name) else {
        throw .unknownName(name: name, known: names)
      }
      return index
    }
  }

  private let storage: Storage

  /// The hyperparameters, in the order in which they are chosen.
  public var parameters: [Hyperparameter] { storage.parameters }

  /// For each parameter, its domain, checked and ready to draw from.
  var domains: [CheckedDomain] { storage.domains }

  /// For each parameter, its condition with the parameter's index.
  var conditions: [CheckedCondition?] { storage.conditions }

  /// Creates a search space.
  ///
  /// - Parameter parameters: At least one hyperparameter; one with a condition comes after the one
  ///   that its condition speaks of.
  /// - Throws: `EngineError.emptySearchSpace`, `.repeatedName`, `.reversedBounds`,
  ///   `.boundsOffScale`, `.emptyChoices`, `.unknownName`, `.wrongKind`, `.unknownChoice`, or
  ///   `.argumentOutOfRange` for bounds that are not finite.
  @_disfavoredOverload
  public init(_ parameters: [Hyperparameter]) throws(EngineError) {
    guard !parameters.isEmpty else { throw .emptySearchSpace }
    var domains: [CheckedDomain] = []
    var conditions: [CheckedCondition?] = []
    for (index, parameter) in parameters.enumerated() {
      let earlier = parameters[..<index]
      if earlier.contains(where: { $0.name == parameter.name }) {
        throw .repeatedName(name: parameter.name)
      }
      domains.append(try CheckedDomain(parameter))
      if let condition = parameter.condition {
        conditions.append(try CheckedCondition(condition, among: earlier))
      } else {
        conditions.append(nil)
      }
    }
    storage = Storage(parameters, domains, conditions)
  }

  /// Creates a search space from a list of hyperparameters in braces.
  ///
  /// - Parameter parameters: As for `init(_:)`.
  /// - Throws: What `init(_:)` throws.
  @_disfavoredOverload
  public init(
    @SearchSpaceBuilder _ parameters: () -> [Hyperparameter]
  ) throws(EngineError) {
    try self.init(parameters())
  }

  /// The index of the parameter of a name.
  func index(of name: String) throws(EngineError) -> Int {
    try storage.index(of: name)
  }

  /// The most configurations that there can be, or `nil` when there are infinitely many, or more
  /// than `Int` holds.
  var configurationBound: Int? {
    var bound = 1
    for domain in domains {
      guard let count = domain.valueCount else { return nil }
      let (product, overflow) = bound.multipliedReportingOverflow(by: count)
      if overflow { return nil }
      bound = product
    }
    return bound
  }
}

extension SearchSpace: Hashable {
  /// Returns whether two spaces have the same hyperparameters in the same order.
  public static func == (left: SearchSpace, right: SearchSpace) -> Bool {
    left.storage === right.storage || left.parameters == right.parameters
  }

  /// Adds the hyperparameters to a hash.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(parameters)
  }
}

/// Collects the hyperparameters that a search space lists in braces.
@resultBuilder
public enum SearchSpaceBuilder {
  /// Returns the hyperparameters of all lines.
  public static func buildBlock(_ lines: [Hyperparameter]...) -> [Hyperparameter] {
    lines.flatMap { $0 }
  }

  /// Returns the hyperparameter of one line.
  public static func buildExpression(_ parameter: Hyperparameter) -> [Hyperparameter] {
    [parameter]
  }

  /// Returns the hyperparameters of an `if` without `else`.
  public static func buildOptional(_ parameters: [Hyperparameter]?) -> [Hyperparameter] {
    parameters ?? []
  }

  /// Returns the hyperparameters of the first branch.
  public static func buildEither(first parameters: [Hyperparameter]) -> [Hyperparameter] {
    parameters
  }

  /// Returns the hyperparameters of the second branch.
  public static func buildEither(second parameters: [Hyperparameter]) -> [Hyperparameter] {
    parameters
  }

  /// Returns the hyperparameters of a loop.
  public static func buildArray(_ parameters: [[Hyperparameter]]) -> [Hyperparameter] {
    parameters.flatMap { $0 }
  }
}
