/// The bins that the histograms of one chart share.
struct HistogramBins: Hashable, Sendable {
  /// The edges, ascending, one more than bins.
  let edges: [Double]
  /// The greatest number of values of one mark in one bin.
  private(set) var greatestCount = 0

  /// Creates the bins for all histograms of a chart; nil where there are none with values.
  init?(_ marks: [Mark], type: ScaleType) {
    var least = Double.infinity
    var greatest = -Double.infinity
    var wanted = 1
    var all: [[Double]] = []
    for case .histogram(let values, let bins) in marks.map(\.geometry) {
      let shown = values.filter { type.transformed($0) != nil }
      all.append(shown)
      least = min(least, shown.min() ?? least)
      greatest = max(greatest, shown.max() ?? greatest)
      wanted = max(wanted, bins)
    }
    guard least <= greatest else { return nil }
    edges = HistogramBins.edges(from: least, to: greatest, type: type, count: wanted)
    for values in all { greatestCount = max(greatestCount, counts(values).max() ?? 0) }
  }

  /// How many values lie in each bin.
  func counts(_ values: [Double]) -> [Int] {
    var result = [Int](repeating: 0, count: edges.count - 1)
    for value in values where value >= edges[0] && value <= edges[edges.count - 1] {
      result[index(of: value)] += 1
    }
    return result
  }

  /// The bin of a value: the last whose lower edge is not above it.
  private func index(of value: Double) -> Int {
    var low = 0
    var high = edges.count - 2
    while low < high {
      let middle = (low + high + 1) / 2
      if edges[middle] <= value { low = middle } else { high = middle - 1 }
    }
    return low
  }

  private static func edges(
    from least: Double,
    to greatest: Double,
    type: ScaleType,
    count: Int
  ) -> [Double] {
    guard least < greatest else {
      let margin = least == 0 ? 0.5 : least.magnitude / 20
      return type == .linear ? [least - margin, least + margin] : [least, least.nextUp]
    }
    if type == .linear {
      let step = LinearStep(over: least, greatest, count: count)
      if let first = step.multiple(below: least), let last = step.multiple(above: greatest) {
        let found = step.multiples(from: first.value, to: last.value, limit: count + 3)
        if found.count > 1 { return found.map(\.value) }
      }
    }
    guard let from = type.transformed(least), let to = type.transformed(greatest) else {
      return [least, greatest]
    }
    let inner = (1..<max(count, 1)).map { index in
      let fraction = Double(index) / Double(count)
      return type.restored(from * (1 - fraction) + to * fraction)
    }
    return [least] + inner.filter { $0 > least && $0 < greatest } + [greatest]
  }
}
