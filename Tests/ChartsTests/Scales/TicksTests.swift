import Testing

@testable import Charts

@Suite("Ticks")
struct TicksTests {
  /// A scale, the most ticks, and the texts that a person would write.
  struct Row: CustomTestStringConvertible, Sendable {
    var type: ScaleType
    var first: Double
    var last: Double
    var count: Int
    var texts: [String]
    var testDescription: String { "\(type) \(first) to \(last), at most \(count)" }

    init(_ type: ScaleType, _ first: Double, _ last: Double, _ count: Int, _ texts: [String]) {
      self.type = type
      self.first = first
      self.last = last
      self.count = count
      self.texts = texts
    }
  }

  static let rows = [
    Row(.linear, 0, 1, 5, ["0", "0.2", "0.4", "0.6", "0.8", "1"]),
    Row(.linear, 0, 40, 4, ["0", "10", "20", "30", "40"]),
    Row(.linear, -1, 1, 4, ["−1", "−0.5", "0", "0.5", "1"]),
    Row(.linear, 0.13, 0.47, 4, ["0.2", "0.3", "0.4"]),
    Row(.linear, 0, 0.3, 3, ["0", "0.1", "0.2", "0.3"]),
    Row(.linear, 0, 100_000, 5, ["0", "20,000", "40,000", "60,000", "80,000", "100,000"]),
    Row(.linear, 0, 5e7, 5, ["0", "10⁷", "2×10⁷", "3×10⁷", "4×10⁷", "5×10⁷"]),
    Row(.linear, 0, 3e-7, 3, ["0", "10⁻⁷", "2×10⁻⁷", "3×10⁻⁷"]),
    Row(.linear, 10, 0, 5, ["0", "2", "4", "6", "8", "10"]),
    Row(.linear, 1e15, 1e15 + 1, 5, []),
    Row(.log, 0.0001, 1, 6, ["0.0001", "0.001", "0.01", "0.1", "1"]),
    Row(.log, 1, 100, 8, ["1", "2", "5", "10", "20", "50", "100"]),
    Row(.log, 2, 8, 5, ["2", "4", "6", "8"]),
    Row(.log, 1e-12, 1, 5, ["10⁻¹²", "10⁻⁹", "10⁻⁶", "0.001", "1"]),
    Row(.oneMinusLog, 0.9, 0.999, 3, ["0.9", "0.99", "0.999"]),
    Row(.oneMinusLog, 0.9, 0.999, 8, ["0.9", "0.95", "0.98", "0.99", "0.995", "0.998", "0.999"]),
    Row(.oneMinusLog, 0, 0.9999, 5, ["0", "0.9", "0.99", "0.999", "0.9999"]),
  ]

  @Test("ticks are the numbers that a person would choose", arguments: rows)
  func texts(row: Row) {
    let ticks = Scale(type: row.type, first: row.first, last: row.last).ticks(count: row.count)
    #expect(ticks.map(\.text) == row.texts)
    #expect(ticks.map(\.value) == ticks.map(\.value).sorted())
  }

  @Test("ticks lie on the axis, and there are not many more than asked for")
  func bounds() {
    for exponent in -300...300 where exponent.isMultiple(of: 7) {
      for (low, high) in [(1.0, 2.0), (-3, 7), (0.99, 1.01), (-1, 0)] {
        let unit = pow10(Double(exponent))
        let scale = Scale(type: .linear, first: low * unit, last: high * unit)
        for count in 1...12 {
          let ticks = scale.ticks(count: count)
          #expect(ticks.count <= count + 1)
          // A bound such as 7 · 10⁻⁷⁰, which no tick is exactly, counts as the tick beside it.
          let slack = (scale.upper - scale.lower) * 1e-12
          for tick in ticks {
            #expect(tick.value >= scale.lower - slack && tick.value <= scale.upper + slack)
          }
        }
      }
    }
  }

  @Test("given ticks keep their digits, and those outside are left out")
  func given() {
    let scale = Scale(type: .linear, first: 0, last: 2000)
    let ticks = scale.ticks(at: [10, 1000, 2000, 3000, .nan, 10])
    #expect(ticks.map(\.text) == ["10", "1000", "2000"])
  }
}
