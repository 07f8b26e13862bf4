public import Engine

/// How many values lie in each of a number of bins.
///
/// On a linear scale the bins begin at round numbers; on others they are of equal length on the
/// axis. A bin holds its lower edge and not its upper one, the last bin both.
public struct HistogramMark: ChartContent, Hashable {
  /// The mark, with its style.
  public let mark: Mark

  /// Creates a histogram.
  ///
  /// - Parameters:
  ///   - values: The values.
  ///   - bins: About how many bins, from 1 to 1,000.
  public init(_ values: [Double], bins: Int = 20) { mark = Mark(.histogram(values, bins: bins)) }

  /// Creates a histogram of the elements of a tensor.
  ///
  /// - Parameters:
  ///   - values: The tensor.
  ///   - bins: About how many bins, from 1 to 1,000.
  public init(_ values: Tensor, bins: Int = 20) { self.init(values.elements, bins: bins) }
}
