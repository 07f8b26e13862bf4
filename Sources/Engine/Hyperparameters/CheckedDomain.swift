/// The values of one hyperparameter, known to be sound, as the numbers that a configuration keeps:
/// an integer as itself, a choice as its index.
enum CheckedDomain: Sendable, Hashable {
  case real(ScaledInterval)
  case integer(from: Int, count: Int)
  /// An integer `n` for each number of the interval from `n` to below `n + 1`.
  case scaledInteger(ScaledInterval, to: Int)
  case choice(count: Int)

  /// The integers that `Double` holds exactly lie within this of 0.
  private static let greatestInteger = 1 << 53

  init(_ parameter: Hyperparameter) throws(EngineError) {
    let name = parameter.name
    switch parameter.domain {
    case .real(let lower, let upper, let scale):
      self = .real(try ScaledInterval(name: name, lower, upper, scale))
    case .integer(let lower, let upper, let scale):
      for bound in [lower, upper] where bound.magnitude > CheckedDomain.greatestInteger {
        throw .argumentOutOfRange(
          argument: name,
          value: Double(bound),
          allowed: "within 2⁵³ of 0, as Double holds integers exactly"
        )
      }
      guard lower <= upper else {
        throw .reversedBounds(name: name, lower: Double(lower), upper: Double(upper))
      }
      switch scale {
      case .linear:
        self = .integer(from: lower, count: upper - lower + 1)
      case .logarithmic:
        guard lower > 0 else {
          throw .boundsOffScale(
            name: name,
            scale: scale,
            lower: Double(lower),
            upper: Double(upper)
          )
        }
        let interval = try ScaledInterval(name: name, Double(lower), Double(upper) + 1, scale)
        self = .scaledInteger(interval, to: upper)
      case .oneMinusLogarithmic:
        throw .boundsOffScale(
          name: name,
          scale: scale,
          lower: Double(lower),
          upper: Double(upper)
        )
      }
    case .choice(let choices):
      guard !choices.isEmpty else { throw .emptyChoices(name: name) }
      for (index, choice) in choices.enumerated() where choices[..<index].contains(choice) {
        throw .repeatedName(name: choice)
      }
      self = .choice(count: choices.count)
    }
  }

  /// How many values there are, or `nil` for infinitely many.
  var valueCount: Int? {
    switch self {
    case .real(let interval): interval.lower == interval.upper ? 1 : nil
    case .integer(_, let count), .choice(let count): count
    case .scaledInteger(let interval, let upper): upper - Int(interval.lower) + 1
    }
  }

  /// A value drawn at random.
  @inline(__always)
  func draw(from generator: inout SeededGenerator) -> Double {
    switch self {
    case .real(let interval): interval.value(at: generator.nextUniform())
    case .integer(let lower, let count): Double(lower + generator.nextIndex(below: count))
    case .scaledInteger(let interval, let upper):
      min(interval.value(at: generator.nextUniform()).rounded(.down), Double(upper))
    case .choice(let count): Double(generator.nextIndex(below: count))
    }
  }

  /// At most `count` values at equal distances on the scale, both ends in; all of a choice.
  func grid(_ count: Int) -> [Double] {
    switch self {
    case .choice(let choices):
      return (0..<choices).map(Double.init)
    case .real, .integer, .scaledInteger:
      if valueCount == 1 || count == 1 { return [value(at: valueCount == 1 ? 0 : 0.5)] }
      if let all = valueCount, all <= count {
        return (0..<all).map { value(at: 0) + Double($0) }
      }
      var values: [Double] = []
      for step in 0..<count {
        let value = value(at: Double(step) / Double(count - 1))
        if values.last != value { values.append(value) }
      }
      return values
    }
  }

  /// The value at a fraction of the way from the least to the greatest.
  func value(at fraction: Double) -> Double {
    switch self {
    case .real(let interval):
      interval.value(at: fraction)
    case .integer(let lower, let count):
      (Double(lower) + fraction * Double(count - 1)).rounded()
    case .scaledInteger(let interval, let upper):
      min(interval.value(at: fraction).rounded(.down), Double(upper))
    case .choice(let count):
      (fraction * Double(count - 1)).rounded()
    }
  }

  /// The fraction of the way from the least value to the greatest.
  func fraction(of value: Double) -> Double {
    switch self {
    case .real(let interval), .scaledInteger(let interval, _):
      interval.fraction(of: value)
    case .integer(let lower, let count):
      count > 1 ? (value - Double(lower)) / Double(count - 1) : 0
    case .choice(let count):
      count > 1 ? value / Double(count - 1) : 0
    }
  }
}

/// A condition whose hyperparameter is known to exist and to be of the right kind.
struct CheckedCondition: Sendable, Hashable {
  /// The index of the hyperparameter that decides.
  let index: Int
  /// The least and the greatest number that it may keep.
  let allowed: ClosedRange<Double>

  init(
    _ condition: Hyperparameter.Condition,
    among earlier: ArraySlice<Hyperparameter>
  ) throws(EngineError) {
    func find(_ name: String) throws(EngineError) -> Int {
      guard let index = earlier.firstIndex(where: { $0.name == name }) else {
        throw .unknownName(name: name, known: earlier.map(\.name))
      }
      return index
    }
    switch condition {
    case .choice(let name, let choice):
      index = try find(name)
      guard case .choice(let choices) = earlier[index].domain else {
        throw .wrongKind(name: name, expected: "a choice", found: earlier[index].domain.kind)
      }
      guard let place = choices.firstIndex(of: choice) else {
        throw .unknownChoice(name: name, choice: choice, known: choices)
      }
      allowed = Double(place)...Double(place)
    case .integer(let name, let least):
      index = try find(name)
      guard case .integer = earlier[index].domain else {
        throw .wrongKind(name: name, expected: "an integer", found: earlier[index].domain.kind)
      }
      // Below infinity, which stands for no value.
      allowed = Double(least)...Double.greatestFiniteMagnitude
    }
  }
}

extension Hyperparameter.Domain {
  /// What messages call a hyperparameter of this domain.
  var kind: String {
    switch self {
    case .real: "a real number"
    case .integer: "an integer"
    case .choice: "a choice"
    }
  }
}
