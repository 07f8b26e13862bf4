import Testing

@testable import Charts

@Suite("Clipping")
struct ClippingTests {
  private let area = Rect(0, 0, width: 10, height: 10)

  @Test("a line is cut where it leaves, and goes on where it comes back")
  func line() {
    let line = [Point(-5, 5), Point(5, 5), Point(5, 20), Point(8, 20), Point(8, 5)]
    #expect(
      area.clipped(line: line) == [
        [Point(0, 5), Point(5, 5), Point(5, 10)], [Point(8, 10), Point(8, 5)],
      ]
    )
  }

  @Test("a line that crosses between two points outside is drawn")
  func crossing() {
    #expect(
      area.clipped(line: [Point(-10, 5), Point(20, 35)]) == []
    )
    #expect(
      area.clipped(line: [Point(-5, 0), Point(10, 15)]) == [[Point(0, 5), Point(5, 10)]]
    )
  }

  @Test("an area is cut to a polygon with the corners of the rectangle")
  func polygon() {
    let square = Rect(5, 5, width: 20, height: 20).corners
    let cut = area.clipped(area: square)
    #expect(Set(cut) == [Point(5, 5), Point(10, 5), Point(10, 10), Point(5, 10)])
    #expect(area.clipped(area: Rect(20, 20, width: 5, height: 5).corners).isEmpty)
  }
}
