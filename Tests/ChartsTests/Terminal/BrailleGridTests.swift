import Testing

@testable import Charts

@Suite("Grids of dots")
struct BrailleGridTests {
  @Test(
    "each dot is the one that Unicode gives its number",
    arguments: [
      (0, 0, "⠁"), (0, 1, "⠂"), (0, 2, "⠄"), (0, 3, "⡀"), (1, 0, "⠈"), (1, 1, "⠐"), (1, 2, "⠠"),
      (1, 3, "⢀"),
    ] as [(Int, Int, Character)]
  )
  func dots(x: Int, y: Int, character: Character) {
    var grid = BrailleGrid(columns: 1, rows: 1)
    grid.setDot(x, y, .ink)
    #expect(grid.cells[0].character == character)
  }

  @Test("lines join where they cross and meet")
  func boxes() {
    var grid = BrailleGrid(columns: 3, rows: 3)
    grid.drawBoxLine(from: (0, 1), to: (2, 1), .axis)
    grid.drawBoxLine(from: (1, 0), to: (1, 2), .axis)
    let lines = (0..<3).map { row in String((0..<3).map { grid.cells[row * 3 + $0].character }) }
    #expect(lines == [" │ ", "─┼─", " │ "])
    var corner = BrailleGrid(columns: 2, rows: 2)
    corner.drawBoxLine(from: (0, 0), to: (0, 1), .axis)
    corner.drawBoxLine(from: (0, 1), to: (1, 1), .axis)
    #expect(String(corner.cells.map(\.character)) == "│ └─")
  }

  @Test("what lies outside is not drawn, and a wide character covers two cells")
  func outside() {
    var grid = BrailleGrid(columns: 2, rows: 1)
    for place in [(-1, 0), (0, -1), (4, 0), (0, 4)] { grid.setDot(place.0, place.1, .ink) }
    grid.setText("x", width: 1, 2, 0, .ink)
    grid.clear(5, 5)
    #expect(grid.cells.allSatisfy { $0.character == " " })
    grid.setText("漢", width: 2, 0, 0, .ink)
    #expect(grid.cells[0].character == "漢" && grid.cells[1].isCovered)
  }

  @Test("a text stands over dots, and dots over lines")
  func order() {
    var grid = BrailleGrid(columns: 1, rows: 1)
    grid.drawBoxLine(from: (0, 0), to: (0, 0), .axis)
    grid.setDot(0, 0, .ink)
    #expect(grid.cells[0].character == "⠁")
    grid.setText("x", width: 1, 0, 0, .ink)
    #expect(grid.cells[0].character == "x")
    grid.clear(0, 0)
    #expect(grid.cells[0].character == " ")
  }
}
