import Testing

@testable import Charts

@Suite("Room for labels")
struct LabelPlacerTests {
  private let canvas = Canvas.terminal(columns: 40)
  private let area = Rect(0, 0, width: 40, height: 10)

  private func box(_ elements: [Element]) -> Rect? {
    for case .label(let label) in elements { return label.box }
    return nil
  }

  @Test("the first label takes the position that it wants, the second another one")
  func positions() throws {
    var placer = LabelPlacer(area: area, canvas: canvas)
    let first = placer.place("one", at: Point(20, 5), distance: 1, first: .right)
    #expect(box(first)?.x == 21)
    let second = placer.place("two", at: Point(20, 5), distance: 1, first: .right)
    let other = try #require(box(second))
    #expect(other.x != 21 && area.contains(other))
  }

  @Test("a label that stands far off has a line to its place")
  func leader() {
    var placer = LabelPlacer(area: area, canvas: canvas)
    var lines = 0
    for _ in 0..<14 {
      let elements = placer.place("word", at: Point(20, 5), distance: 1, first: .right)
      if elements.count == 2 { lines += 1 }
    }
    #expect(lines > 0)
  }

  @Test("a label at the edge is moved inside, and never over its place")
  func edges() throws {
    for place in [Point(0, 0), Point(40, 0), Point(0, 10), Point(40, 10)] {
      var placer = LabelPlacer(area: area, canvas: canvas)
      let elements = placer.place("corner", at: place, distance: 1, first: .right)
      let found = try #require(box(elements))
      #expect(area.contains(found) && !found.contains(place))
    }
  }

  @Test("a label keeps clear of lines where it can")
  func obstacles() throws {
    let line = Element.path(Path(lines: [[Point(20, 4.5), Point(39, 4.5)]], stroke: .ink))
    let obstacles = Obstacles([line], canvas: canvas)
    var placer = LabelPlacer(area: area, canvas: canvas)
    let elements = placer.place(
      "word",
      at: Point(20, 4.5),
      distance: 1,
      first: .right,
      clearOf: obstacles
    )
    #expect(obstacles.areClear(of: try #require(box(elements))))
  }

  @Test("what finds no room, or speaks of a place outside, is left out and counted")
  func leftOut() {
    var placer = LabelPlacer(area: Rect(0, 0, width: 5, height: 1), canvas: canvas)
    let places = [("abcde", Point(2, 0.5)), ("more", Point(2, 0.5)), ("out", Point(90, 90))]
    let counts = places.map { words, place in
      placer.place(words, at: place, distance: 1, first: .center).count
    }
    #expect(counts == [1, 0, 0])
    #expect(placer.leftOutCount == 2)
  }

  @Test("a box is taken once, and only inside the area")
  func take() {
    var placer = LabelPlacer(area: area, canvas: canvas)
    let taken = [1.0, 3, 4, 39].map { placer.take(Rect($0, 1, width: 3, height: 1)) }
    #expect(taken == [true, false, true, false])
  }
}
