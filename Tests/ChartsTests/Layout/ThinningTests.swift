import Testing

@testable import Charts

@Suite("Many points")
struct ThinningTests {
  @Test("a line keeps the first, the least, the greatest and the last of each column of dots")
  func peaksStay() {
    let count = 100_000
    var line = (0..<count).map { Point(Double($0) / 1000, Double($0 % 7)) }
    line[54_321].y = 500
    line[12_345].y = -500
    let thin = thinned(line, dotWidth: 0.5)
    #expect(thin.count <= 4 * 201)
    #expect(thin.first == line.first && thin.last == line.last)
    #expect(thin.contains(line[54_321]) && thin.contains(line[12_345]))
    #expect(zip(thin, thin.dropFirst()).allSatisfy { $0.x <= $1.x })
  }

  @Test("a short line keeps all its points")
  func short() {
    let line = [Point(0, 0), Point(0.1, 1), Point(0.2, 2)]
    #expect(thinned(line, dotWidth: 0.5) == line)
  }

  @Test("points on the way from one neighbor to the other are left out, turns are not")
  func straight() {
    let line = [Point(0, 0), Point(1, 1), Point(2, 2), Point(1, 1), Point(3, 1)]
    #expect(withoutStraightSteps(line) == [Point(0, 0), Point(2, 2), Point(1, 1), Point(3, 1)])
  }

  @Test("a million points make a picture of a few kilobytes, their extremes in it")
  func million() throws {
    let x = (0..<1_000_000).map(Double.init)
    var y = x.map { $0.truncatingRemainder(dividingBy: 7) }
    y[777_777] = 40
    let chart = Chart { LineMark(x: x, y: y) }
    let layout = try chart.layout(in: .page)
    let top = layout.elements.compactMap { element -> Double? in
      guard case .path(let path) = element, path.stroke == .palette(.blue) else { return nil }
      return path.lines.flatMap { $0 }.map(\.y).min()
    }.min()
    let area = layout.elements.compactMap { element -> Double? in
      guard case .path(let path) = element, path.stroke == .axis else { return nil }
      return path.lines.flatMap { $0 }.map(\.y).min()
    }.min()
    // 40 is a tick, the upper end of the axis.
    #expect(try #require(top) - #require(area) < 1)
    #expect(try chart.svg(prefix: "m").utf8.count < 60_000)
  }

  @Test("points that fall onto one another are drawn once")
  func points() throws {
    let x = (0..<100_000).map { noise($0) }
    let svg = try Chart { PointMark(x: x, y: x) }.svg(prefix: "m")
    #expect(svg.utf8.count < 20_000)
  }

  @Test("a line that is a thicket of very many points is refused")
  func thicket() {
    let x = (0..<250_000).map { noise($0) }
    let chart = Chart { LineMark(x: x, y: x.reversed()) }
    #expect(throws: ChartError.self) { try chart.layout(in: .page) }
  }
}
