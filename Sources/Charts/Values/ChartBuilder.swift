/// Collects the marks in the braces of a `Chart`.
@resultBuilder
public enum ChartBuilder {
  /// Takes up one mark.
  public static func buildExpression(_ content: some ChartContent) -> [Mark] { [content.mark] }

  /// Joins marks, in their order.
  public static func buildBlock(_ marks: [Mark]...) -> [Mark] { marks.flatMap { $0 } }

  /// Joins the marks that a loop makes.
  public static func buildArray(_ marks: [[Mark]]) -> [Mark] { marks.flatMap { $0 } }

  /// Takes the marks of an `if` without `else`.
  public static func buildOptional(_ marks: [Mark]?) -> [Mark] { marks ?? [] }

  /// Takes the marks of the first branch.
  public static func buildEither(first marks: [Mark]) -> [Mark] { marks }

  /// Takes the marks of the second branch.
  public static func buildEither(second marks: [Mark]) -> [Mark] { marks }
}

/// Collects the charts in the braces of a `ChartGrid`.
@resultBuilder
public enum ChartGridBuilder {
  /// Takes up one chart.
  public static func buildExpression(_ chart: Chart) -> [Chart] { [chart] }

  /// Joins charts, in their order.
  public static func buildBlock(_ charts: [Chart]...) -> [Chart] { charts.flatMap { $0 } }

  /// Joins the charts that a loop makes.
  public static func buildArray(_ charts: [[Chart]]) -> [Chart] { charts.flatMap { $0 } }

  /// Takes the charts of an `if` without `else`.
  public static func buildOptional(_ charts: [Chart]?) -> [Chart] { charts ?? [] }

  /// Takes the charts of the first branch.
  public static func buildEither(first charts: [Chart]) -> [Chart] { charts }

  /// Takes the charts of the second branch.
  public static func buildEither(second charts: [Chart]) -> [Chart] { charts }
}
