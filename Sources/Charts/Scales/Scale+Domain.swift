/// How far an axis goes beyond the values on it.
enum DomainMargin: Hashable, Sendable {
  /// Not at all.
  case none
  /// To the next tick.
  case toTicks
}

extension Scale {
  /// Creates the scale that shows given values.
  ///
  /// - Parameters:
  ///   - axis: What to call the axis in an error.
  ///   - options: What the author says; a given domain is kept as it is.
  ///   - values: The values to show, finite; where there are none, the scale goes from 0 to 1.
  ///   - margin: How far to go beyond them.
  /// - Throws: A `ChartError` where the scale does not have one of the values.
  init(
    axis: String,
    _ options: AxisOptions,
    showing values: ClosedRange<Double>?,
    margin: DomainMargin
  ) throws(ChartError) {
    let type = options.scale
    if let domain = options.domain {
      for bound in [domain.start, domain.end] {
        guard bound.isFinite else { throw .domainNotFinite(axis: axis, value: bound) }
        guard type.transformed(bound) != nil else {
          throw .offScale(axis: axis, value: bound, scale: type)
        }
      }
      let from = domain.start
      let to = domain.end
      self = from == to ? Scale.around(from, type) : Scale(type: type, first: from, last: to)
      return
    }
    let shown = values ?? type.defaultDomain
    for bound in [shown.lowerBound, shown.upperBound] where type.transformed(bound) == nil {
      throw .offScale(axis: axis, value: bound, scale: type)
    }
    guard shown.lowerBound < shown.upperBound else {
      self = Scale.around(shown.lowerBound, type)
      return
    }
    let tight = Scale(type: type, first: shown.lowerBound, last: shown.upperBound)
    self = margin == .toTicks ? tight.extendedToTicks() : tight
  }

  /// The scale around one value: a tenth of it to either side, or half a decade.
  private static func around(_ value: Double, _ type: ScaleType) -> Scale {
    switch type {
    case .linear:
      let margin = value == 0 ? 1 : max(value.magnitude / 10, .leastNormalMagnitude)
      let limit = Double.greatestFiniteMagnitude
      return Scale(type: type, first: max(value - margin, -limit), last: min(value + margin, limit))
    case .log, .oneMinusLog:
      let place = type.transformed(value) ?? 0
      // At the ends of what a Double holds, one of them falls off the scale; the value stands there.
      let first = type.restored(place - 0.5)
      let last = type.restored(place + 0.5)
      return Scale(
        type: type,
        first: type.transformed(first) == nil ? value : first,
        last: type.transformed(last) == nil ? value : last
      )
    }
  }

  private func extendedToTicks() -> Scale {
    switch type {
    case .linear:
      let step = LinearStep(over: lower, upper, count: 6)
      guard let first = step.multiple(below: lower), let last = step.multiple(above: upper) else {
        return self
      }
      return Scale(type: type, first: first.value, last: last.value)
    case .log, .oneMinusLog:
      // A twentieth of the length to either side keeps symbols whole.
      guard let from = type.transformed(lower), let to = type.transformed(upper) else {
        return self
      }
      let margin = (to - from) / 20
      let first = type.restored(from - margin)
      let last = type.restored(to + margin)
      guard type.transformed(first) != nil, type.transformed(last) != nil else { return self }
      return Scale(type: type, first: first, last: last)
    }
  }
}

extension ScaleType {
  /// What an axis without values shows.
  fileprivate var defaultDomain: ClosedRange<Double> {
    switch self {
    case .linear: 0...1
    case .log: 0.1...10
    case .oneMinusLog: 0...0.9
    }
  }
}
