/// A directed graph without cycles, such as a tape: boxes with words, and arrows between them.
public struct GraphMark: ChartContent, Hashable {
  /// The mark, with its style.
  public let mark: Mark

  /// Creates a graph from its arrows; the boxes are what they name.
  ///
  /// - Parameter edges: The arrows.
  public init(_ edges: [GraphEdge]) { mark = Mark(.graph(edges)) }
}

/// An arrow of a `GraphMark`.
public struct GraphEdge: Hashable, Sendable {
  /// The words of the box that it leaves.
  public let source: String
  /// The words of the box that it points at.
  public let target: String
  /// The words beside it; empty for none.
  public let label: String

  /// Creates an arrow.
  ///
  /// - Parameters:
  ///   - source: The words of the box that it leaves.
  ///   - target: The words of the box that it points at.
  ///   - label: The words beside it; empty for none.
  public init(_ source: String, _ target: String, label: String = "") {
    self.source = source
    self.target = target
    self.label = label
  }
}
