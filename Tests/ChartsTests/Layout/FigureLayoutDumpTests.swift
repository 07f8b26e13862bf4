import Charts
import Testing

@Suite("Layouts as text")
struct FigureLayoutDumpTests {
  @Test("every element is a line with its paint and its place")
  func dump() throws {
    let chart = Chart("T") {
      LineMark(y: [0, 1])
      PointMark(x: 0.5, y: 0.5).foregroundStyle(.green)
    }
    .chartXAxis(.hidden).chartYAxis(.hidden)
    let dump = try chart.layout(in: .terminal(columns: 20)).dump
    #expect(
      dump == """
        figure 20 x 6
        title 'T' (0, 0, 1, 1)
        path stroke blue solid: 1 lines, 2 points, (0.3, 1.1, 19.8, 5.9)
        symbols circle green: 1 points, (10, 3.5, 10, 3.5)

        """
    )
  }

  @Test("the same chart has the same layout", arguments: Gallery.all)
  func deterministic(entry: Gallery.Entry) throws {
    for canvas in LayoutPropertyTests.canvases {
      #expect(try entry.figure.layout(in: canvas) == entry.figure.layout(in: canvas))
    }
  }
}
