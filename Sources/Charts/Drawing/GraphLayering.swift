/// The boxes of a directed graph in ranks, so that each arrow goes from one to a later one.
///
/// After Sugiyama, Tagawa and Toda (1981): ranks by the longest way from a source, a place in each
/// rank that a long arrow passes through, and an order within ranks by the middle of the neighbors.
/// A source stands right before the first box that needs it, as a constant does in a formula.
struct GraphLayering: Hashable {
  /// A box, or a place that an arrow passes through on its way to a later rank.
  struct Node: Hashable {
    /// The words of a box; nil for a place to pass through.
    var text: String?
    var rank: Int
  }

  /// The way of an arrow: its box, the places that it passes through, and the box that it points at.
  struct Route: Hashable {
    var nodes: [Int]
    var label: String
  }

  private(set) var nodes: [Node] = []
  private(set) var routes: [Route] = []
  /// The nodes of each rank, in their order.
  private(set) var ranks: [[Int]] = []

  /// How many times the order within the ranks is mended.
  private static let sweeps = 4

  /// Creates the ranks of a graph.
  ///
  /// - Throws: `ChartError.cycle` when the arrows lead back to a box.
  init(_ edges: [GraphEdge]) throws(ChartError) {
    var indices: [String: Int] = [:]
    for name in edges.flatMap({ [$0.source, $0.target] }) where indices[name] == nil {
      indices[name] = nodes.count
      nodes.append(Node(text: name, rank: 0))
    }
    let pairs = edges.map { (indices[$0.source] ?? 0, indices[$0.target] ?? 0) }
    try rank(pairs)
    for (edge, pair) in zip(edges, pairs) { route(edge, pair) }
    ranks = [[Int]](repeating: [], count: (nodes.map(\.rank).max() ?? -1) + 1)
    for (index, node) in nodes.enumerated() { ranks[node.rank].append(index) }
    for sweep in 0..<GraphLayering.sweeps { order(downwards: sweep.isMultiple(of: 2)) }
  }

  /// Gives each box the rank after the last of those that point at it.
  private mutating func rank(_ edges: [(from: Int, to: Int)]) throws(ChartError) {
    var waiting = [Int](repeating: 0, count: nodes.count)
    var following = [[Int]](repeating: [], count: nodes.count)
    for edge in edges {
      waiting[edge.to] += 1
      following[edge.from].append(edge.to)
    }
    var ready = nodes.indices.filter { waiting[$0] == 0 }
    var next = 0
    while next < ready.count {
      let node = ready[next]
      next += 1
      for target in following[node] {
        nodes[target].rank = max(nodes[target].rank, nodes[node].rank + 1)
        waiting[target] -= 1
        if waiting[target] == 0 { ready.append(target) }
      }
    }
    guard ready.count == nodes.count else {
      throw .cycle(box: boxOnCycle(edges, waiting: waiting))
    }
    let targets = Set(edges.map(\.to))
    for node in nodes.indices where !targets.contains(node) {
      nodes[node].rank = max((following[node].map { nodes[$0].rank }.min() ?? 0) - 1, 0)
    }
  }

  /// A box that can be reached from itself, found by walking backwards among those still waiting.
  private func boxOnCycle(_ edges: [(from: Int, to: Int)], waiting: [Int]) -> String {
    var box = waiting.firstIndex { $0 > 0 } ?? 0
    for _ in nodes {
      box = edges.first { $0.to == box && waiting[$0.from] > 0 }?.from ?? box
    }
    return nodes[box].text ?? ""
  }

  private mutating func route(_ edge: GraphEdge, _ pair: (from: Int, to: Int)) {
    var way = [pair.from]
    for rank in (nodes[pair.from].rank + 1)..<max(nodes[pair.to].rank, nodes[pair.from].rank + 1) {
      way.append(nodes.count)
      nodes.append(Node(text: nil, rank: rank))
    }
    routes.append(Route(nodes: way + [pair.to], label: edge.label))
  }

  /// Orders each rank by the mean place of its neighbors in the rank before, or after.
  private mutating func order(downwards: Bool) {
    var neighbors = [[Int]](repeating: [], count: nodes.count)
    for route in routes {
      for (from, to) in zip(route.nodes, route.nodes.dropFirst()) {
        if downwards { neighbors[to].append(from) } else { neighbors[from].append(to) }
      }
    }
    let indices = downwards ? Array(ranks.indices) : ranks.indices.reversed()
    var places = [Double](repeating: 0, count: nodes.count)
    for rank in ranks {
      for (index, node) in rank.enumerated() { places[node] = centered(index, rank.count) }
    }
    for rank in indices {
      let wanted = ranks[rank].map { node -> Double in
        let found = neighbors[node].map { places[$0] }
        return found.isEmpty ? places[node] : found.reduce(0, +) / Double(found.count)
      }
      // Equal places keep their order, so that the result depends on the arrows alone.
      ranks[rank] = zip(ranks[rank], wanted).enumerated()
        .sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }.map(\.element.0)
      for (index, node) in ranks[rank].enumerated() {
        places[node] = centered(index, ranks[rank].count)
      }
    }
  }

  private func centered(_ index: Int, _ count: Int) -> Double {
    Double(index) - Double(count - 1) / 2
  }
}
