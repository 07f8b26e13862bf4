extension FigureLayout {
  /// The layout as text, a line for each element, for tests.
  public var dump: String {
    let head = "figure \(pixelText(width)) x \(pixelText(height))"
    return ([head] + elements.map(\.dump)).joined(separator: "\n") + "\n"
  }
}

extension Element {
  fileprivate var dump: String {
    switch self {
    case .path(let path):
      let count = path.lines.reduce(0) { $0 + $1.count }
      let paints = [path.fill.map { "fill \($0.name)" }, path.stroke.map { "stroke \($0.name)" }]
      return "path \(paints.compactMap { $0 }.joined(separator: " ")) \(path.style): "
        + "\(path.lines.count) lines, \(count) points, \(extent(path.lines.flatMap { $0 }))"
    case .symbols(let group):
      return "symbols \(group.symbol) \(group.paint.name): "
        + "\(group.points.count) points, \(extent(group.points))"
    case .label(let label):
      return "\(label.role) '\(label.text)' \(label.box.text)"
    }
  }

  private func extent(_ points: [Point]) -> String {
    let (x, y) = (points.map(\.x), points.map(\.y))
    guard let left = x.min(), let right = x.max(), let top = y.min(), let bottom = y.max() else {
      return "nowhere"
    }
    return Rect(Point(left, top), Point(right, bottom)).text
  }
}

extension Rect {
  fileprivate var text: String {
    "(\(pixelText(x)), \(pixelText(y)), \(pixelText(right)), \(pixelText(bottom)))"
  }
}

extension Paint {
  fileprivate var name: String {
    switch self {
    case .ink: "ink"
    case .axis: "axis"
    case .grid: "grid"
    case .paper: "paper"
    case .palette(let color): "\(color)"
    case .shade(let fraction): "shade \(fraction.shortText)"
    }
  }
}
