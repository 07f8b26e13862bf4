/// The greatest distance between a sample's empirical distribution and a continuous one.
func kolmogorovSmirnov(_ sample: [Double], _ distribution: (Double) -> Double) -> Double {
  let count = Double(sample.count)
  return sample.sorted().enumerated().reduce(0) { greatest, entry in
    let expected = distribution(entry.element)
    let (below, above) = (Double(entry.offset) / count, Double(entry.offset + 1) / count)
    return max(greatest, max(expected - below, above - expected))
  }
}

/// The distance that one sample in a thousand exceeds: 1.95 / √n for large n.
func kolmogorovSmirnovBound(_ count: Int) -> Double {
  1.95 / Double(count).squareRoot()
}

extension Double {
  /// Whether a number lies within a distance of another.
  func isApproximately(_ other: Double, within distance: Double) -> Bool {
    (self - other).magnitude <= distance
  }
}
