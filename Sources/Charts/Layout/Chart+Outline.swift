extension Chart {
  /// What the chart shows in a sentence or two, for those who cannot see it.
  var outline: String {
    var sentences: [String] = []
    let parts = marks.prefix(Chart.mostListed).map(\.outline)
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

extension Mark {
  /// What the mark shows in a few words.
  fileprivate var outline: String {
    let name = style.series.map { " “\($0)”" } ?? ""
    switch geometry {
    case .line(_, let y): return "line\(name)\(extent(y))"
    case .point(let x, let y): return "\(counted(x.count, "point"))\(name)\(extent(y ?? x))"
    case .bar(let x, let y): return "\(counted(x.count, "bar"))\(name)\(extent(.numbers(y)))"
    case .area(_, _, let end): return "area\(name)\(extent(.numbers(end)))"
    case .rule(.x(let value)): return "upright line\(name) at \(value.shortText)"
    case .rule(.y(let value)): return "level line\(name) at \(value.shortText)"
    case .rectangle: return "rectangle\(name)"
    case .text(_, _, let text): return "the words “\(text)”"
    case .arrow(let x, _): return "path\(name) through \(counted(x.count, "point"))"
    case .histogram(let values, _):
      return "histogram\(name) of \(counted(values.count, "value"))\(extent(.numbers(values)))"
    case .contour(let grid, _): return "contours\(name)\(extent(.numbers(grid.values)))"
    case .heatMap(let grid):
      return "heat map of \(grid.y.count) rows and \(grid.x.count) columns"
        + extent(.numbers(grid.values))
    case .region(let grid): return "regions of " + grid.names.joined(separator: ", ")
    case .network(let layers, _):
      return "network of layers of " + layers.map(String.init).joined(separator: ", ") + " units"
    case .graph(let edges):
      return edges.map { "\($0.source) to \($0.target)" }.joined(separator: ", ")
    case .cube(let x, _, _, _): return "cube with \(counted(x.count, "point"))\(name)"
    }
  }

  private func extent(_ coordinates: Coordinates) -> String {
    guard case .numbers(let numbers) = coordinates else { return "" }
    let finite = numbers.filter(\.isFinite)
    guard let first = finite.min(), let last = finite.max() else { return "" }
    return first == last
      ? ", \(first.shortText)" : ", \(first.shortText) to \(last.shortText)"
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }
}
