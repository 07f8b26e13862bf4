// The two printed forms of a tensor.

extension Tensor: CustomStringConvertible {
  /// The form people read, with four significant digits; see `description(digits:)`.
  public var description: String { description(digits: 4) }

  /// Returns the form people read: rows under each other, columns aligned, long axes elided.
  ///
  /// All elements have the same number of decimals: as many as the smallest one needs to show
  /// `digits` significant digits, but no more than let the greatest show `digits + 3`. Zeros at the
  /// end are left out where all elements have them and they are exact: `[5, 2, -1, 3]` and
  /// `[0.25, 0.50]`. An element of 10⁸ or more, or so small that nothing but zeros would be left
  /// of it, is written as a power of ten. An axis longer than 12 shows its first and last five
  /// elements.
  ///
  /// - Parameter digits: The significant digits, 1 to 17; more or less counts as these.
  /// - Returns: The text, of one or more lines.
  public func description(digits: Int) -> String {
    let format = NumberFormat(elements, digits: Swift.min(Swift.max(digits, 1), 17))
    guard rank > 0 else { return elements.map(format.string).joined() }
    let rows = shape.dropLast().reduce(1, *)
    let columns = Elision(extent: shape[rank - 1])
    // A column's width is the same in all rows, those that are elided left out.
    var cells: [[String]] = []
    for row in 0..<(isEmpty ? 0 : rows) {
      cells.append(
        Elision.isShown(row: row, of: Array(shape.dropLast()))
          ? columns.shown.map { format.string(elements[row * shape[rank - 1] + $0]) } : []
      )
    }
    if rank > 1 {
      let widths = columns.shown.indices.map { column in
        cells.reduce(0) { Swift.max($0, $1.isEmpty ? 0 : $1[column].utf8.count) }
      }
      cells = cells.map { row in
        zip(row, widths).map { String(repeating: " ", count: $1 - $0.utf8.count) + $0 }
      }
    }
    return nested(axis: 0, row: 0, cells: cells, columns: columns)
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

  private func nested(axis: Int, row: Int, cells: [[String]], columns: Elision) -> String {
    if axis == rank - 1 {
      guard !isEmpty else { return "[]" }
      return "[\(columns.joined(cells[row], separator: ", ", ellipsis: "…"))]"
    }
    let elision = Elision(extent: shape[axis])
    let below = shape[(axis + 1)..<(rank - 1)].reduce(1, *)
    let parts = elision.shown.map {
      nested(axis: axis + 1, row: row + $0 * below, cells: cells, columns: columns)
    }
    // Deeper brackets line up, and blank lines part matrices, as in NumPy.
    let lines = String(repeating: "\n", count: rank - 1 - axis)
    let indent = String(repeating: " ", count: axis + 1)
    return "[\(elision.joined(parts, separator: "," + lines + indent, ellipsis: "…"))]"
  }
}

/// Which indices of an axis are shown.
private struct Elision {
  static let limit = 12
  static let edge = 5

  let extent: Int

  var isElided: Bool { extent > Elision.limit }

  var shown: [Int] {
    isElided
      ? Array(0..<Elision.edge) + Array((extent - Elision.edge)..<extent) : Array(0..<extent)
  }

  func isShown(_ index: Int) -> Bool {
    !isElided || index < Elision.edge || index >= extent - Elision.edge
  }

  /// Whether all indices of a row, counted over the axes before the last, are shown.
  static func isShown(row: Int, of shape: [Int]) -> Bool {
    var rest = row
    for extent in shape.reversed() {
      if !Elision(extent: extent).isShown(rest % extent) { return false }
      rest /= extent
    }
    return true
  }

  func joined(_ parts: [String], separator: String, ellipsis: String) -> String {
    guard isElided else { return parts.joined(separator: separator) }
    return (parts.prefix(Elision.edge) + [ellipsis] + parts.suffix(Elision.edge))
      .joined(separator: separator)
  }
}
