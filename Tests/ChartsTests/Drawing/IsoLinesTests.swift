import Testing

@testable import Charts

@Suite("Iso lines")
struct IsoLinesTests {
  @Test("the line of a plane is straight, from border to border")
  func plane() {
    let grid = IndexedGrid(rows: 3, columns: 4, values: (0..<12).map { Double($0 % 4) })
    let lines = IsoLines(of: grid, at: 1.25).lines
    #expect(lines.count == 1)
    #expect(lines.first?.allSatisfy { $0.x == 1.25 } == true)
    #expect(Set(lines[0].map(\.y)) == [0, 1, 2])
  }

  @Test("the lines of a paraboloid are closed circles to the grid's precision")
  func circle() throws {
    let size = 41
    let values = (0..<size * size).map { index -> Double in
      let x = Double(index % size - 20) / 10
      let y = Double(index / size - 20) / 10
      return x * x + y * y
    }
    let lines = IsoLines(of: IndexedGrid(rows: size, columns: size, values: values), at: 1).lines
    let line = try #require(lines.first)
    #expect(lines.count == 1)
    #expect(line.first == line.last)
    for point in line {
      let x = (point.x - 20) / 10
      let y = (point.y - 20) / 10
      // Linear interpolation of a square over a step h errs by h²/8 at most.
      #expect(((x * x + y * y).squareRoot() - 1).magnitude < 0.1 * 0.1 / 8 + 1e-12)
    }
  }

  @Test("a saddle is joined by its middle")
  func saddle() {
    let high = IsoLines(of: IndexedGrid(rows: 2, columns: 2, values: [1, 0, 0, 1]), at: 0.4).lines
    let low = IsoLines(of: IndexedGrid(rows: 2, columns: 2, values: [1, 0, 0, 1]), at: 0.6).lines
    #expect(high.count == 2 && low.count == 2)
    // Above the middle the corners of 0 are cut off, below it those of 1.
    #expect(Set(high[0]) != Set(low[0]))
  }

  @Test("no line passes beside a value that is not finite")
  func notFinite() {
    let values = [0, 1, 1, 0, .nan, 1, 0, 1, 1].map { $0 }
    #expect(IsoLines(of: IndexedGrid(rows: 3, columns: 3, values: values), at: 0.5).lines.isEmpty)
  }

  @Test("a frame closes lines along the border")
  func framed() throws {
    let grid = IndexedGrid(rows: 2, columns: 2, values: [1, 1, 1, 1]).framed(by: -1)
    let line = try #require(IsoLines(of: grid, at: 0).lines.first)
    #expect(line.first == line.last)
  }

  @Test("grids without squares have no lines")
  func small() {
    #expect(IsoLines(of: IndexedGrid(rows: 0, columns: 0, values: []), at: 0).lines.isEmpty)
    #expect(IsoLines(of: IndexedGrid(rows: 1, columns: 3, values: [0, 1, 2]), at: 1).lines.isEmpty)
  }
}
