import Engine
import Testing

@testable import Charts

@Suite("Series and legends")
struct SeriesTableTests {
  private let chart = Chart {
    LineMark(y: [1, 2]).foregroundStyle(by: "b")
    LineMark(y: [2, 1]).foregroundStyle(by: "a")
    PointMark(x: 1, y: 1).foregroundStyle(by: "b")
    BarMark(x: [0], y: [1]).foregroundStyle(by: "bars")
    PointMark(x: 0, y: 1).symbol(by: "group")
  }

  @Test("series have colors in the order in which they first appear")
  func order() {
    let table = SeriesTable([chart], variesLines: true)
    #expect(table.entries.map(\.name) == ["b", "a", "bars", "group"])
    #expect(table.entries.map(\.color) == [.blue, .vermilion, .green, .blue])
    #expect(table.entries.map(\.line) == [.solid, .dashed, nil, nil])
    #expect(table.entries.map(\.symbol) == [.circle, nil, nil, .circle])
    #expect(table.entries.map(\.hasArea) == [false, false, true, false])
  }

  @Test("a series has one color in all charts of a grid")
  func shared() {
    let other = Chart { LineMark(y: [1]).foregroundStyle(by: "a") }
    let table = SeriesTable([chart, other], variesLines: true)
    #expect(table.color(of: other.marks[0]) == .vermilion)
    #expect(table.lineStyle(of: other.marks[0]) == .dashed)
  }

  @Test("what the author says of a mark stands over its series")
  func explicit() {
    let mark = LineMark(y: [1]).foregroundStyle(by: "a").foregroundStyle(.ink)
      .lineStyle(.dotted).symbol(.plus)
    let table = SeriesTable([Chart { mark }], variesLines: true)
    #expect(table.color(of: mark) == .ink)
    #expect(table.lineStyle(of: mark) == .dotted)
    #expect(table.symbol(of: mark) == .plus)
  }

  @Test("heat maps of a figure share their shades")
  func shades() {
    let charts = [Chart { HeatMapMark([[1, 2]]) }, Chart { HeatMapMark([[-3, 0]]) }]
    #expect(SeriesTable(charts, variesLines: false).shades == -3...2)
    #expect(SeriesTable([chart], variesLines: false).shades == nil)
  }

  @Test("a legend breaks into rows, and lists 24 names at most", arguments: [1, 24, 25, 100])
  func legend(count: Int) throws {
    let chart = Chart {
      for index in 0..<count { LineMark(y: [1]).foregroundStyle(by: "name \(index)") }
    }
    for canvas in [Canvas.page, .terminal(columns: 30)] {
      let frame = Rect(0, 0, width: canvas.width ?? 200, height: 1000)
      let legend = LegendLayout(
        SeriesTable([chart], variesLines: true).entries,
        shades: nil,
        in: frame,
        canvas: canvas
      )
      let labels = legend.elements.compactMap { element in
        if case .label(let label) = element { label } else { nil }
      }
      #expect(labels.count == (count > 24 ? 25 : count))
      #expect(labels.allSatisfy { frame.contains($0.box) && $0.box.bottom <= legend.bottom })
      #expect((labels.last?.text == "and \(count - 24) more") == (count > 24))
    }
  }
}
