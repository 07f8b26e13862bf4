/// One value for each hyperparameter of a search space, those whose condition fails left out.
///
/// Two configurations are equal when their values are, whatever trial they were made for.
public struct Configuration: Sendable, Hashable {
  /// What configurations that were drawn together share by one reference each.
  private final class Draw: Sendable {
    let space: SearchSpace
    /// For each parameter of each configuration a number, a choice by its index, `absent` for one
    /// without a value: so a configuration costs no memory of its own.
    let table: [Double]

    init(_ space: SearchSpace, _ table: [Double]) {
      self.space = space
      self.table = table
    }
  }

  private let draw: Draw

  /// The space that the configuration is a point of.
  public var space: SearchSpace { draw.space }

  /// The trial that the configuration was made for, counted from 0.
  public let trial: Int

  /// The seed of the search.
  public let seed: Int

  /// Where this configuration's numbers begin.
  private let start: Int

  /// Creates a configuration of the numbers of one.
  init(space: SearchSpace, trial: Int, seed: Int, table: [Double]) {
    self.init(draw: Draw(space, table), trial: trial, seed: seed, start: 0)
  }

  private init(draw: Draw, trial: Int, seed: Int, start: Int) {
    self.draw = draw
    self.trial = trial
    self.seed = seed
    self.start = start
  }

  /// Returns the configurations of the first trials, whose numbers stand one after another in a table.
  static func all(of count: Int, in space: SearchSpace, seed: Int, table: [Double])
    -> [Configuration]
  {
    let draw = Draw(space, table)
    let width = space.domains.count
    return (0..<count).map {
      Configuration(draw: draw, trial: $0, seed: seed, start: $0 * width)
    }
  }

  /// What stands for no value. (Infinity, and not NaN, so that equal configurations are equal.)
  static let absent = Double.infinity

  /// Returns whether two configurations have the same values in the same space.
  public static func == (left: Configuration, right: Configuration) -> Bool {
    left.row == right.row && left.space == right.space
  }

  /// Adds the values to a hash.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(row)
  }
}

extension Configuration {
  /// A number for each parameter.
  var values: [Double] { Array(row) }

  /// The number of a parameter.
  func value(_ index: Int) -> Double { draw.table[start + index] }

  private var row: ArraySlice<Double> {
    draw.table[start..<start + space.domains.count]
  }
}

extension Configuration {
  /// Returns the value of a hyperparameter that is a real number.
  ///
  /// - Parameter name: The hyperparameter's name.
  /// - Returns: Its value.
  /// - Throws: `EngineError.unknownName`, `.wrongKind`, or `.noValue` when its condition fails.
  @_disfavoredOverload
  public func real(_ name: String) throws(EngineError) -> Double {
    let index = try presentIndex(of: name)
    guard case .real = space.domains[index] else {
      throw wrongKind(index, expected: "a real number")
    }
    return value(index)
  }

  /// Returns the value of a hyperparameter that is an integer.
  ///
  /// - Parameter name: The hyperparameter's name.
  /// - Returns: Its value.
  /// - Throws: `EngineError.unknownName`, `.wrongKind`, or `.noValue` when its condition fails.
  @_disfavoredOverload
  public func integer(_ name: String) throws(EngineError) -> Int {
    let index = try presentIndex(of: name)
    guard case .integer = space.parameters[index].domain else {
      throw wrongKind(index, expected: "an integer")
    }
    return Int(value(index))
  }

  /// Returns the value of a hyperparameter that is a choice.
  ///
  /// - Parameter name: The hyperparameter's name.
  /// - Returns: Its value.
  /// - Throws: `EngineError.unknownName`, `.wrongKind`, or `.noValue` when its condition fails.
  @_disfavoredOverload
  public func choice(_ name: String) throws(EngineError) -> String {
    let index = try presentIndex(of: name)
    guard case .choice(let choices) = space.parameters[index].domain else {
      throw wrongKind(index, expected: "a choice")
    }
    return choices[Int(value(index))]
  }

  /// Returns whether a hyperparameter has a value in this configuration.
  ///
  /// - Parameter name: The hyperparameter's name.
  /// - Returns: Whether its condition holds.
  /// - Throws: `EngineError.unknownName`.
  @_disfavoredOverload
  public func has(_ name: String) throws(EngineError) -> Bool {
    value(try space.index(of: name)) != Configuration.absent
  }

  /// Returns the generator of this trial's random numbers for a purpose.
  ///
  /// It depends on the seed, the trial and the purpose alone. For what all trials must share, such
  /// as the folds of the data, use a `SeededGenerator` without a trial.
  ///
  /// - Parameter purpose: What the numbers are for.
  /// - Returns: The generator, at its start.
  public func generator(for purpose: SeededGenerator.Purpose) -> SeededGenerator {
    SeededGenerator(seed: seed, trial: trial, purpose: purpose)
  }

  private func presentIndex(of name: String) throws(EngineError) -> Int {
    let index = try space.index(of: name)
    guard value(index) != Configuration.absent else { throw .noValue(name: name) }
    return index
  }

  private func wrongKind(_ index: Int, expected: String) -> EngineError {
    let parameter = space.parameters[index]
    return .wrongKind(name: parameter.name, expected: expected, found: parameter.domain.kind)
  }
}

extension Configuration: CustomStringConvertible {
  /// The names and values, as `alpha: 0.01, layers: 3`; a number with four significant digits.
  public var description: String {
    zip(space.parameters, texts).compactMap { parameter, text in
      text.map { "\(parameter.name): \($0)" }
    }
    .joined(separator: ", ")
  }

  /// The written form of each value; `nil` for none.
  var texts: [String?] {
    zip(space.parameters, values).map { parameter, value in
      guard value != Configuration.absent else { return nil }
      switch parameter.domain {
      case .real: return withoutTrailingZeros(Tensor(value).description(digits: 4))
      case .integer: return String(Int(value))
      case .choice(let choices): return choices[Int(value)]
      }
    }
  }
}

/// `0.01` for `0.01000`: a value alone needs no column to line up with.
private func withoutTrailingZeros(_ text: String) -> String {
  guard text.contains("."), !text.contains("e") else { return text }
  var text = text
  while text.last == "0" { text.removeLast() }
  if text.last == "." { text.removeLast() }
  return text
}
