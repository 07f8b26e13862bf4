/// Bars from 0 to a value; bars of several series stand beside each other.
///
/// On a logarithmic scale, which has no 0, they begin at the lower end of the axis.
public struct BarMark: ChartContent, Hashable {
  /// The mark, with its style.
  public let mark: Mark

  /// Creates bars over names of categories.
  ///
  /// - Parameters:
  ///   - x: The names.
  ///   - y: The values, as many.
  public init(x: [String], y: [Double]) { mark = Mark(.bar(x: .categories(x), y: y)) }

  /// Creates bars over numbers.
  ///
  /// - Parameters:
  ///   - x: Where their middles lie; the least distance between two decides their width.
  ///   - y: The values, as many.
  public init(x: [Double], y: [Double]) { mark = Mark(.bar(x: .numbers(x), y: y)) }

  /// Creates one bar over the name of a category.
  ///
  /// - Parameters:
  ///   - x: The name.
  ///   - y: The value.
  public init(x: String, y: Double) { self.init(x: [x], y: [y]) }
}
