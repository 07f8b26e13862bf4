extension Figure {
  /// The figure as text 80 columns wide; where it cannot be drawn, why.
  public var description: String {
    do throws(ChartError) {
      return String(try terminalText(columns: 80, style: .plain).dropLast())
    } catch {
      return error.description
    }
  }
}

extension Chart: CustomStringConvertible, CustomDebugStringConvertible {
  /// The title, with the number of marks: `Chart("Cost", 3 marks)`.
  public var debugDescription: String {
    "Chart(\(title.debugDescription), \(marks.count) \(marks.count == 1 ? "mark" : "marks"))"
  }
}

extension ChartGrid: CustomStringConvertible, CustomDebugStringConvertible {
  /// The title, with the charts: `ChartGrid("Cost", [Chart("before", 2 marks)])`.
  public var debugDescription: String {
    "ChartGrid(\(title.debugDescription), \(charts.debugDescription))"
  }
}
