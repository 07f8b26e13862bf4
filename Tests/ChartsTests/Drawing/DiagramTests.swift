import Testing

@testable import Charts

@Suite("Diagrams")
struct DiagramTests {
  @Test(
    "a column shows all of eight units, and three at either end of more",
    arguments: [(1, 1, false), (5, 5, false), (8, 8, false), (9, 6, true), (1_000_000, 6, true)]
  )
  func columns(units: Int, shown: Int, hasDots: Bool) {
    let column = NetworkColumn(units: units)
    #expect(column.places.count == shown)
    #expect(column.hasDots == hasDots)
    #expect(column.places.reduce(0, +) == 0)
    #expect(column.places == column.places.sorted(by: >))
  }

  @Test("a cube stays in its area")
  func cube() {
    let view = CubeView(area: Rect(0, 0, width: 200, height: 200), canvas: .page)
    let corners = CubeView.edges.flatMap { [view.place($0.from), view.place($0.to)] }
    let xs = corners.map(\.x)
    let ys = corners.map(\.y)
    let width = (xs.max() ?? 0) - (xs.min() ?? 0)
    let height = (ys.max() ?? 0) - (ys.min() ?? 0)
    #expect(height <= 200 && width <= 200)
    #expect(max(height, width) > 150)
    #expect(CubeView.edges.count == 12 && CubeView.edges.filter(\.isBehind).count == 3)
  }

  @Test("no point of a grid in a cube hides another", arguments: [2, 3, 5])
  func grid(count: Int) {
    let view = CubeView(area: Rect(0, 0, width: 200, height: 200), canvas: .page)
    let steps = (0..<count).map { Double($0) / Double(count - 1) }
    let points = steps.flatMap { x in
      steps.flatMap { y in steps.map { z in view.place(CubeView.Corner(x: x, y: y, z: z)) } }
    }
    for (index, first) in points.enumerated() {
      for second in points[(index + 1)...] {
        #expect(max((first.x - second.x).magnitude, (first.y - second.y).magnitude) > 2)
      }
    }
  }

  @Test("the middle of the cube is the middle of its picture")
  func middle() {
    let view = CubeView(area: Rect(10, 20, width: 100, height: 60), canvas: .terminal(columns: 80))
    #expect(view.place(CubeView.Corner(x: 0.5, y: 0.5, z: 0.5)) == Point(60, 50))
  }

  @Test("an arrowhead points along the last stretch that is long enough to have a direction")
  func arrowheads() {
    let level = arrowhead(of: [Point(0, 0), Point(50, 0)], canvas: .page)
    #expect(level[0] == Point(50, 0))
    #expect(level[1].x == 42 && level[1].y == -level[2].y)
    let short = arrowhead(of: [Point(0, 0), Point(50, 0), Point(50, 0.5)], canvas: .page)
    #expect(short[1].x < 50 && short[2].x < 50)
    #expect(arrowhead(of: [Point(3, 3)], canvas: .page).allSatisfy { $0.x.isFinite })
    #expect(arrowhead(of: [], canvas: .page).isEmpty)
  }
}
