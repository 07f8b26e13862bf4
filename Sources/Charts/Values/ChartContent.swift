/// What can stand in the braces of a `Chart`: every mark, and a mark with modifiers.
public protocol ChartContent: Sendable, CustomStringConvertible {
  /// The mark, with its style.
  var mark: Mark { get }
}

extension ChartContent {
  /// The type of the mark, with the number of its values: `LineMark(82 values)`.
  public var description: String {
    let count = mark.valueCount
    return mark.name + (count == 0 ? "" : "(\(count) \(count == 1 ? "value" : "values"))")
  }

  /// Returns the mark as part of a named series.
  ///
  /// Series get colors, line styles and symbols in the order in which they first appear; their
  /// names stand beside the marks or in a legend.
  ///
  /// - Parameter series: The name.
  /// - Returns: The mark.
  public func foregroundStyle(by series: String) -> Mark { styled { $0.series = series } }

  /// Returns the mark in a color of its own.
  ///
  /// - Parameter color: The color, which the reader's light or dark mode adapts.
  /// - Returns: The mark.
  public func foregroundStyle(_ color: ChartColor) -> Mark { styled { $0.color = color } }

  /// Returns the mark with the symbol of a named group; the names stand in the legend.
  ///
  /// - Parameter group: The name.
  /// - Returns: The mark.
  public func symbol(by group: String) -> Mark { styled { $0.symbolGroup = group } }

  /// Returns the mark with a symbol at each of its points.
  ///
  /// - Parameter symbol: The symbol.
  /// - Returns: The mark.
  public func symbol(_ symbol: ChartSymbol) -> Mark { styled { $0.symbol = symbol } }

  /// Returns the mark with symbols of another size.
  ///
  /// - Parameter size: The area in square pixels, as in Swift Charts; 36 unless said otherwise.
  /// - Returns: The mark.
  public func symbolSize(_ size: Double) -> Mark { styled { $0.symbolSize = size } }

  /// Returns the mark with another line style.
  ///
  /// - Parameter style: The style.
  /// - Returns: The mark.
  public func lineStyle(_ style: LineStyle) -> Mark { styled { $0.lineStyle = style } }

  /// Returns the mark, let through by what lies under it.
  ///
  /// - Parameter opacity: 0 for invisible to 1.
  /// - Returns: The mark.
  public func opacity(_ opacity: Double) -> Mark { styled { $0.opacity = opacity } }

  /// Returns the mark with a few words beside its last point.
  ///
  /// - Parameter text: The words.
  /// - Returns: The mark.
  public func annotation(_ text: String) -> Mark { styled { $0.annotation = text } }

  private func styled(_ change: (inout MarkStyle) -> Void) -> Mark {
    var result = mark
    change(&result.style)
    return result
  }
}
