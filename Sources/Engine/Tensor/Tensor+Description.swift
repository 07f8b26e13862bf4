// The two printed forms of a tensor.

extension Tensor: CustomStringConvertible {
  /// The form people read, with four significant digits; see `description(digits:)`.
  public var description: String { description(digits: 4) }

  /// Returns the form people read: rows under each other, columns aligned, long axes elided.
  ///
  /// All elements that are shown have the same number of decimals: as many as the smallest one needs
  /// to show `digits` significant digits, but no more than let the greatest show `digits + 3`. Zeros
  /// at the end are left out where all elements have them and they are exact: `[5, 2, -1, 3]` and
  /// `[0.25, 0.50]`. An element of 10⁸ or more, of less than 10⁻⁶, or so small that nothing but
  /// zeros would be left of it, is written as a power of ten. An axis longer than 12 shows its first and last five
  /// elements, fewer where that would be more than 10,000 elements in all.
  ///
  /// - Parameter digits: The significant digits, 1 to 17; more or less counts as these.
  /// - Returns: The text, of one or more lines.
  public func description(digits: Int) -> String {
    guard let axes = Elision.axes(of: shape) else { return "a tensor of shape \(shape)" }
    let shown = shownElements(axes)
    let format = NumberFormat(shown, digits: Swift.min(Swift.max(digits, 1), 17))
    var cells = shown.map(format.string)
    guard let columns = axes.last?.shown.count else { return cells.joined() }
    if rank > 1, columns > 0 {
      var widths = [Int](repeating: 0, count: columns)
      for (place, cell) in cells.enumerated() {
        widths[place % columns] = Swift.max(widths[place % columns], cell.utf8.count)
      }
      for (place, cell) in cells.enumerated() {
        let space = widths[place % columns] - cell.utf8.count
        cells[place] = String(repeating: " ", count: space) + cell
      }
    }
    var rest = cells[...]
    return nested(axes[...], cells: &rest)
  }

  /// All elements, none elided, each in the shortest form that reads back as the same `Double`.
  public var exactDescription: String {
    guard let extent = shape.first else { return elements.map(\.description).joined() }
    if rank == 1 { return "[\(elements.map(\.description).joined(separator: ", "))]" }
    let size = extent == 0 ? 0 : count / extent
    let rest = Array(shape.dropFirst())
    let parts = (0..<extent).map { index in
      Tensor(unchecked: Array(elements[index * size..<(index + 1) * size]), shape: rest)
        .exactDescription
    }
    return "[\(parts.joined(separator: ", "))]"
  }

  /// The elements that are shown, row by row.
  private func shownElements(_ axes: [Elision]) -> [Double] {
    let strides = Tensor.strides(of: shape)
    let offsets = zip(axes, strides).reduce([0]) { offsets, next in
      let (axis, stride) = next
      return offsets.flatMap { offset in axis.shown.map { offset + $0 * stride } }
    }
    return offsets.map { elements[$0] }
  }

  /// The brackets of some axes around the cells that they hold, which are taken from the front.
  private func nested(_ axes: ArraySlice<Elision>, cells: inout ArraySlice<String>) -> String {
    guard let axis = axes.first else { return cells.popFirst() ?? "" }
    let parts = axis.shown.map { _ in nested(axes.dropFirst(), cells: &cells) }
    if axes.count == 1 { return "[\(axis.joined(parts, separator: ", "))]" }
    // Deeper brackets line up, and blank lines part matrices, as in NumPy.
    let lines = String(repeating: "\n", count: axes.count - 1)
    let indent = String(repeating: " ", count: rank - axes.count + 1)
    return "[\(axis.joined(parts, separator: "," + lines + indent))]"
  }
}

/// Which indices of an axis are shown.
private struct Elision {
  let extent: Int
  /// How many indices are shown at either end.
  let edge: Int

  /// The axes of a shape with as many elements shown as fit; `nil` where there are too many axes.
  static func axes(of shape: [Int]) -> [Elision]? {
    for edge in stride(from: 5, through: 1, by: -1) {
      let axes = shape.map { Elision(extent: $0, edge: edge) }
      let count = axes.reduce(1) { Swift.min($0 * $1.shownCount, shownLimit + 1) }
      if count <= shownLimit { return axes }
    }
    return nil
  }

  private static let shownLimit = 10_000

  /// Two elements are not worth an ellipsis.
  private var isElided: Bool { extent > 2 * edge + 2 }

  private var shownCount: Int { isElided ? 2 * edge : extent }

  var shown: [Int] {
    isElided ? Array(0..<edge) + Array((extent - edge)..<extent) : Array(0..<extent)
  }

  func joined(_ parts: [String], separator: String) -> String {
    guard isElided else { return parts.joined(separator: separator) }
    return (parts.prefix(edge) + ["…"] + parts.suffix(edge)).joined(separator: separator)
  }
}
