import Testing

@testable import Charts

@Suite("Graph layering")
struct GraphLayeringTests {
  @Test("every arrow goes from one rank to a later one, through a place in each between")
  func ranks() throws {
    let layering = try GraphLayering([
      GraphEdge("w", "w²"), GraphEdge("w²", "sum"), GraphEdge("w", "sum"), GraphEdge("25", "sum"),
    ])
    for route in layering.routes {
      let ranks = route.nodes.map { layering.nodes[$0].rank }
      #expect(ranks == Array(ranks[0]...(ranks.last ?? 0)))
    }
    #expect(layering.ranks.map(\.count) == [1, 3, 1])
  }

  @Test("arrows that cross by the order of writing do not after layering")
  func crossings() throws {
    let layering = try GraphLayering([GraphEdge("a", "d"), GraphEdge("b", "c")])
    let texts = layering.ranks.map { $0.map { layering.nodes[$0].text } }
    #expect(texts == [["a", "b"], ["d", "c"]])
  }

  @Test("an arrow from a box to itself is a cycle")
  func selfArrow() {
    #expect(throws: ChartError.cycle(box: "a")) { try GraphLayering([GraphEdge("a", "a")]) }
  }

  @Test("a graph without arrows has no ranks")
  func empty() throws { #expect(try GraphLayering([]).ranks.isEmpty) }

  @Test("a source stands right before the first box that needs it")
  func lateSource() throws {
    let layering = try GraphLayering([
      GraphEdge("w", "w²"), GraphEdge("w²", "sum"), GraphEdge("25", "J"), GraphEdge("sum", "J"),
      GraphEdge("b", "sum"), GraphEdge("b", "J"),
    ])
    let ranks = Dictionary(
      uniqueKeysWithValues: layering.nodes.compactMap { node in
        node.text.map { ($0, node.rank) }
      }
    )
    #expect(ranks == ["w": 0, "w²": 1, "b": 1, "sum": 2, "25": 2, "J": 3])
  }
}
