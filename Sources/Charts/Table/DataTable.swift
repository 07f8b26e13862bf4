extension Figure {
  /// The numbers of the figure as tables, for those who cannot see it.
  public var dataTables: [DataTable] {
    charts.flatMap { chart in
      chart.marks.compactMap { DataTable($0, of: chart) }
    }
  }
}

/// The numbers of one mark, in rows.
///
/// Marks of many values are summed up by rows at equal distances, and say so.
public struct DataTable: Hashable, Sendable {
  /// What the table holds.
  public let caption: String
  /// The names of the columns.
  public let header: [String]
  /// The rows.
  public let rows: [[String]]

  /// The most rows that are written.
  public static let mostRows = 50

  /// Creates the table of a mark; nil for marks without numbers.
  init?(_ mark: Mark, of chart: Chart) {
    let x = chart.x.label.isEmpty ? "x" : chart.x.label
    let y = chart.y.label.isEmpty ? "y" : chart.y.label
    let columns: [(name: String, texts: (Int) -> String, count: Int)]
    switch mark.geometry {
    case .line(let xs, let ys): columns = [column(x, xs), column(y, ys)]
    case .point(let xs, let ys):
      columns = [column(x, xs)] + (ys.map { [column(y, $0)] } ?? [])
    case .bar(let xs, let ys): columns = [column(x, xs), column(y, .numbers(ys))]
    case .area(let xs, let start, let end):
      let lower = start.map { [column("from", .numbers($0))] } ?? []
      columns = [column(x, .numbers(xs))] + lower + [column(y, .numbers(end))]
    case .arrow(let xs, let ys): columns = [column(x, .numbers(xs)), column(y, .numbers(ys))]
    case .cube(let xs, let ys, let zs, let names):
      let all = names + ["x", "y", "z"].dropFirst(names.count)
      columns = zip(all, [xs, ys, zs]).map { column($0, .numbers($1)) }
    case .histogram(let values, _):
      guard let bins = HistogramBins([mark], type: chart.x.scale) else { return nil }
      columns = [
        column("from", .numbers(Array(bins.edges.dropLast()))),
        column("to", .numbers(Array(bins.edges.dropFirst()))),
        column("count", .numbers(bins.counts(values).map(Double.init))),
      ]
    case .graph(let edges):
      columns = [
        ("from", { edges[$0].source }, edges.count), ("to", { edges[$0].target }, edges.count),
      ]
    case .rule, .rectangle, .text, .contour, .heatMap, .region, .network: return nil
    }
    let count = columns.map(\.count).min() ?? 0
    guard count > 0 else { return nil }
    header = columns.map(\.name)
    let shown = min(count, DataTable.mostRows)
    let indices = (0..<shown).map { shown == 1 ? 0 : $0 * (count - 1) / (shown - 1) }
    rows = indices.map { index in columns.map { $0.texts(index) } }
    let name = [chart.title, mark.style.series ?? ""].filter { !$0.isEmpty }.joined(separator: ": ")
    let rest = count > shown ? " (\(shown) of \(count) rows)" : ""
    caption = (name.isEmpty ? mark.name : name) + rest
  }

  /// The table as HTML, every text escaped.
  public var html: String {
    let head = header.map { "<th scope=\"col\">\(xmlEscaped($0))</th>" }.joined()
    let body = rows.map { row in
      "<tr>" + row.map { "<td>\(xmlEscaped($0))</td>" }.joined() + "</tr>\n"
    }
    return "<table>\n<caption>\(xmlEscaped(caption))</caption>\n"
      + "<thead><tr>\(head)</tr></thead>\n<tbody>\n\(body.joined())</tbody>\n</table>\n"
  }

  /// The table as text, with tabulators between columns.
  public var text: String {
    ([[caption], header] + rows).map { row in
      row.map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") }
        .joined(separator: "\t") + "\n"
    }.joined()
  }
}

/// A column of a table: its name, its texts and their number.
private func column(
  _ name: String,
  _ coordinates: Coordinates
) -> (name: String, texts: (Int) -> String, count: Int) {
  switch coordinates {
  case .numbers(let numbers):
    (name, { DecimalText(numbers[$0], digits: 6)?.text ?? "\(numbers[$0])" }, numbers.count)
  case .categories(let names): (name, { names[$0] }, names.count)
  }
}
