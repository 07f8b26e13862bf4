/// Words at a place of the chart, moved aside where others stand there.
public struct TextMark: ChartContent, Hashable {
  /// The mark, with its style.
  public let mark: Mark

  /// Creates the words.
  ///
  /// - Parameters:
  ///   - text: The words.
  ///   - x: Where their middle lies along the horizontal axis.
  ///   - y: Where their middle lies along the vertical axis.
  public init(_ text: String, x: Double, y: Double) { mark = Mark(.text(x: x, y: y, text)) }
}
