extension Chart {
  /// What the chart shows in a sentence or two, for those who cannot see it.
  var outline: String {
    var sentences: [String] = []
    let across = x.scale == .linear ? lastPlace(of: marks.flatMap(\.lonePlaces)) : nil
    let up = y.scale == .linear ? lastPlace(of: marks.flatMap(\.heights)) : nil
    let parts = marks.prefix(Chart.mostListed).map { $0.outline(across: across, up: up) }
    let rest = marks.count - parts.count
    let listed = parts.joined(separator: "; ") + (rest > 0 ? "; and \(rest) more marks" : "")
    sentences.append((title.isEmpty ? "Chart" : title) + (marks.isEmpty ? "" : ": \(listed)") + ".")
    for (name, options) in [("Horizontal", x), ("Vertical", y)] where !options.label.isEmpty {
      let scale = options.scale == .linear ? "" : ", \(options.scale.words)"
      sentences.append("\(name) axis: \(options.label)\(scale).")
    }
    return sentences.joined(separator: " ")
  }

  /// The most marks that are described one by one.
  private static let mostListed = 12
}

/// The power of ten of the last digit that says anything of numbers drawn together.
///
/// It is a thousandth of what lies between them, less than a pixel. What is below comes from
/// rounding, and differs from one processor to the next.
private func lastPlace(of numbers: [Double]) -> Int? {
  let finite = numbers.filter(\.isFinite)
  guard let first = finite.min(), let last = finite.max(), first < last else { return nil }
  return DecimalText(last / 2 - first / 2, digits: 1).map { $0.magnitude - 3 }
}

extension Mark {
  /// The numbers that stand for heights over the horizontal axis.
  fileprivate var heights: [Double] {
    switch geometry {
    case .line(_, .numbers(let y)), .point(_, .numbers(let y)?): y
    case .bar(_, let y), .area(_, _, let y): y
    default: []
    }
  }

  /// The numbers that stand for places along the horizontal axis, where there are no heights.
  fileprivate var lonePlaces: [Double] {
    switch geometry {
    case .point(.numbers(let x), nil): x
    case .histogram(let values, _): values
    default: []
    }
  }

  /// What the mark shows in a few words, numbers along both axes to a power of ten.
  fileprivate func outline(across: Int?, up: Int?) -> String {
    let name = style.series.map { " “\($0)”" } ?? ""
    switch geometry {
    case .line(_, let y): return "line\(name)\(extent(y, to: up))"
    case .point(let x, nil): return "\(counted(x.count, "point"))\(name)\(extent(x, to: across))"
    case .point(let x, let y?):
      return "\(counted(x.count, "point"))\(name)\(extent(y, to: up))"
    case .bar(let x, let y):
      return "\(counted(x.count, "bar"))\(name)\(extent(.numbers(y), to: up))"
    case .area(_, _, let end): return "area\(name)\(extent(.numbers(end), to: up))"
    case .rule(.x(let value)): return "upright line\(name) at \(value.shortText)"
    case .rule(.y(let value)): return "level line\(name) at \(value.shortText)"
    case .rectangle: return "rectangle\(name)"
    case .text(_, _, let text): return "the words “\(text)”"
    case .arrow(let x, _): return "path\(name) through \(counted(x.count, "point"))"
    case .histogram(let values, _):
      return
        "histogram\(name) of \(counted(values.count, "value"))\(extent(.numbers(values), to: across))"
    case .contour(let grid, _):
      return "contours\(name)\(extent(.numbers(grid.values), to: lastPlace(of: grid.values)))"
    case .heatMap(let grid):
      return "heat map of \(grid.y.count) rows and \(grid.x.count) columns"
        + extent(.numbers(grid.values), to: lastPlace(of: grid.values))
    case .region(let grid): return "regions of " + grid.names.joined(separator: ", ")
    case .network(let layers, _):
      return "network of layers of " + layers.map(String.init).joined(separator: ", ") + " units"
    case .graph(let edges):
      return edges.map { "\($0.source) to \($0.target)" }.joined(separator: ", ")
    case .cube(let x, _, _, _): return "cube with \(counted(x.count, "point"))\(name)"
    }
  }

  private func extent(_ coordinates: Coordinates, to place: Int?) -> String {
    guard case .numbers(let numbers) = coordinates else { return "" }
    let finite = numbers.filter(\.isFinite)
    guard let least = finite.min(), let greatest = finite.max() else { return "" }
    let (first, last) = (least.shortText(to: place), greatest.shortText(to: place))
    return first == last ? ", \(first)" : ", \(first) to \(last)"
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }
}
