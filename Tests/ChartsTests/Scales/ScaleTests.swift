import Testing

@testable import Charts

@Suite("Scales")
struct ScaleTests {
  @Test("lecture 2: on a logarithmic axis each decade takes a quarter from 0.0001 to 1")
  func decades() throws {
    let scale = Scale(type: .log, first: 0.0001, last: 1).placed(from: 0, to: 400)
    for (index, value) in [0.0001, 0.001, 0.01, 0.1, 1].enumerated() {
      let place = try #require(scale.position(value))
      #expect((place - 100 * Double(index)).magnitude < 1e-9)
    }
  }

  @Test("lecture 2: 0.99 lies in the middle of 0.9 and 0.999 on the scale of 1 - v")
  func oneMinus() throws {
    let scale = Scale(type: .oneMinusLog, first: 0.9, last: 0.999).placed(from: 0, to: 1)
    #expect((try #require(scale.position(0.99)) - 0.5).magnitude < 1e-12)
  }

  @Test("values that a scale does not have have no place")
  func offScale() {
    #expect(Scale(type: .log, first: 1, last: 10).position(0) == nil)
    #expect(Scale(type: .log, first: 1, last: 10).position(-1) == nil)
    #expect(Scale(type: .oneMinusLog, first: 0, last: 0.9).position(1) == nil)
    #expect(Scale(type: .linear, first: 0, last: 1).position(.nan) == nil)
  }

  @Test("the greatest numbers have places")
  func greatest() {
    let most = Double.greatestFiniteMagnitude
    let scale = Scale(type: .linear, first: -most, last: most).placed(from: 0, to: 2)
    #expect(scale.position(-most) == 0)
    #expect(scale.position(0) == 1)
    #expect(scale.position(most) == 2)
  }

  @Test("what lies far outside is drawn at a finite place")
  func farOutside() throws {
    let scale = Scale(type: .linear, first: 0, last: 1e-300).placed(from: 0, to: 100)
    #expect(try #require(scale.position(1e300)).isFinite)
  }

  @Test(
    "one value alone gets an axis around it",
    arguments: [
      0, 5, -0.25, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 1e300, 1 - .ulpOfOne,
    ],
    ScaleType.allCases
  )
  func oneValue(value: Double, type: ScaleType) throws {
    guard type.transformed(value) != nil else { return }
    var options = AxisOptions()
    options.scale = type
    let scale = try Scale(axis: "horizontal", options, showing: value...value, margin: .toTicks)
    #expect(scale.first < scale.last)
    #expect(scale.first <= value && value <= scale.last)
    #expect(try #require(scale.placed(from: 0, to: 1).position(value)).isFinite)
  }

  @Test("a domain of the author's is kept, backwards too, and widened where its ends are equal")
  func givenDomain() throws {
    var options = AxisOptions()
    options.domain = Domain(start: 3, end: -1)
    let backwards = try Scale(axis: "vertical", options, showing: 0...100, margin: .toTicks)
    #expect(backwards.first == 3 && backwards.last == -1)
    options.domain = Domain(start: 5, end: 5)
    let widened = try Scale(axis: "vertical", options, showing: nil, margin: .none)
    #expect(widened.first == 4.5 && widened.last == 5.5)
  }

  @Test("an axis that goes on to ticks ends at round numbers")
  func extended() throws {
    let scale = try Scale(
      axis: "vertical",
      AxisOptions(),
      showing: 0.13...2.31,
      margin: .toTicks
    )
    #expect(scale.first == 0 && scale.last == 2.5)
  }
}
