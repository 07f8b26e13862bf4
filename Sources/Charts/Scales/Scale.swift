/// The map from the values of an axis to places on the canvas.
struct Scale: Hashable, Sendable {
  let type: ScaleType
  /// The value at `start`.
  let first: Double
  /// The value at `end`.
  let last: Double
  /// Names of categories, each with a band of equal length; empty for an axis of numbers.
  var names: [String] = []
  /// Where the axis begins on the canvas.
  var start = 0.0
  /// Where it ends.
  var end = 1.0

  /// The least of its values.
  var lower: Double { min(first, last) }
  /// The greatest of its values.
  var upper: Double { max(first, last) }

  /// Where a value lies; nil where the scale does not have it.
  func position(_ value: Double) -> Double? {
    guard let fraction = fraction(value) else { return nil }
    let place = start + (end - start) * fraction
    // What lies very far outside is cut off like what lies outside, and needs finite arithmetic.
    return min(max(place, -Scale.farthest), Scale.farthest)
  }

  /// How far outside of the canvas a place may lie before it is drawn nearer.
  private static let farthest = 1e7

  /// Where a value lies between the two ends, 0 to 1 within.
  private func fraction(_ value: Double) -> Double? {
    guard let place = type.transformed(value), let from = type.transformed(first),
      let to = type.transformed(last)
    else { return nil }
    // Halved, so that the distance of the greatest numbers is finite.
    return (place / 2 - from / 2) / (to / 2 - from / 2)
  }

  /// The length of one unit, on a linear scale.
  var unit: Double { (end - start).magnitude / (upper - lower) }

  func placed(from start: Double, to end: Double) -> Scale {
    var result = self
    result.start = start
    result.end = end
    return result
  }
}

extension ScaleType {
  /// The place of a value on a line of equal lengths; nil where the scale does not have it.
  func transformed(_ value: Double) -> Double? {
    guard value.isFinite else { return nil }
    switch self {
    case .linear: return value
    case .log: return value > 0 ? cLog10(value) : nil
    case .oneMinusLog: return value < 1 ? -cLog10(1 - value) : nil
    }
  }

  /// The value at a place.
  func restored(_ place: Double) -> Double {
    switch self {
    case .linear: place
    case .log: cExp10(place)
    case .oneMinusLog: 1 - cExp10(-place)
    }
  }
}
