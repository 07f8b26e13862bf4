/// What the marks of a chart hold along one of its axes.
struct AxisContents {
  /// The finite numbers, from least to greatest.
  private(set) var range: ClosedRange<Double>?
  /// The names of categories, in the order in which they first appear.
  private(set) var names: [String] = []
  /// How far the axis goes beyond them.
  var margin = DomainMargin.none

  private var indices: [String: Int] = [:]

  /// The most names of an axis.
  private static let mostNames = 5_000

  mutating func add(_ coordinates: Coordinates) {
    switch coordinates {
    case .numbers(let numbers): add(numbers)
    case .categories(let names): for name in names { add(name) }
    }
  }

  mutating func add(_ numbers: [Double]) {
    for number in numbers where number.isFinite {
      guard let range else {
        self.range = number...number
        continue
      }
      if number < range.lowerBound { self.range = number...range.upperBound }
      if number > range.upperBound { self.range = range.lowerBound...number }
    }
  }

  private mutating func add(_ name: String) {
    guard indices[name] == nil else { return }
    indices[name] = names.count
    names.append(name)
  }

  /// The numbers that places are drawn at: those of their categories, where they are names.
  func numbers(_ coordinates: Coordinates) -> [Double] {
    switch coordinates {
    case .numbers(let numbers): numbers
    case .categories(let names): names.map { Double(indices[$0] ?? 0) }
    }
  }

  /// The scale of the axis.
  ///
  /// - Parameters:
  ///   - axis: What to call the axis in an error.
  ///   - options: What the author says of it.
  ///   - namesRunDown: Whether the first name stands at the end of the axis.
  /// - Returns: The scale, not placed on a canvas yet.
  /// - Throws: A `ChartError` for contents that do not fit the options.
  func scale(
    _ axis: String,
    _ options: AxisOptions,
    namesRunDown: Bool = false
  ) throws(ChartError) -> Scale {
    guard !names.isEmpty else {
      return try Scale(axis: axis, options, showing: range, margin: margin)
    }
    guard range == nil else { throw .mixedAxis(axis: axis) }
    guard names.count <= AxisContents.mostNames else {
      throw .tooMuch(
        what: "names on one axis",
        count: names.count,
        limit: AxisContents.mostNames
      )
    }
    guard options.scale == .linear else {
      throw .namesNeedNoScale(axis: axis, scale: options.scale)
    }
    let bounds = (first: -0.5, last: Double(names.count) - 0.5)
    return namesRunDown
      ? Scale(type: .linear, first: bounds.last, last: bounds.first, names: names)
      : Scale(type: .linear, first: bounds.first, last: bounds.last, names: names)
  }
}
