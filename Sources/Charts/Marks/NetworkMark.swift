/// A fully connected network as circles and lines, its layers from left to right.
///
/// Layer `l` stands at `x = l`, counted from 0, and the units of a layer one apart around `y = 0`,
/// so that other marks can point at them. Of a layer with more than eight units the first and the
/// last three are drawn, with dots between.
public struct NetworkMark: ChartContent, Hashable {
  /// The mark, with its style.
  public let mark: Mark

  /// Creates a network.
  ///
  /// - Parameters:
  ///   - layers: The number of units of each layer, the inputs first.
  ///   - labels: What stands under each layer; none where empty.
  public init(layers: [Int], labels: [String] = []) {
    mark = Mark(.network(layers: layers, labels: labels))
  }
}
