import Testing

@testable import Charts

@Suite("Histogram bins")
struct HistogramBinsTests {
  private func bins(_ values: [Double], _ count: Int, _ type: ScaleType = .linear) throws
    -> HistogramBins
  {
    try #require(HistogramBins([HistogramMark(values, bins: count).mark], type: type))
  }

  @Test("bins begin at round numbers, and every value is counted once")
  func round() throws {
    let values = [0.05, 0.1, 0.15, 0.31, 0.49]
    let found = try bins(values, 5)
    #expect(found.edges == [0, 0.1, 0.2, 0.3, 0.4, 0.5])
    #expect(found.counts(values) == [1, 2, 0, 1, 1])
    #expect(found.greatestCount == 2)
  }

  @Test("the last bin holds its upper edge")
  func upperEdge() throws {
    let found = try bins([0, 1, 2, 3, 4], 4)
    #expect(found.counts([0, 1, 2, 3, 4]) == [1, 1, 1, 2])
  }

  @Test("bins on a logarithmic scale are equally long on the axis")
  func logarithmic() throws {
    let found = try bins([0.0001, 1], 4, .log)
    for (edge, expected) in zip(found.edges, [0.0001, 0.001, 0.01, 0.1, 1]) {
      #expect((edge / expected - 1).magnitude < 1e-12)
    }
  }

  @Test("equal values make one bin, no finite values none")
  func degenerate() throws {
    #expect(try bins([7, 7, 7], 10).counts([7, 7, 7]) == [3])
    #expect(HistogramBins([HistogramMark([.nan, .infinity], bins: 3).mark], type: .linear) == nil)
    #expect(HistogramBins([HistogramMark([Double](), bins: 3).mark], type: .linear) == nil)
  }
}
