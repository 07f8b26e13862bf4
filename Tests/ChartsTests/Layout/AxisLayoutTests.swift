import Testing

@testable import Charts

@Suite("Axes")
struct AxisLayoutTests {
  private static let scales = [
    Scale(type: .linear, first: 0, last: 1), Scale(type: .linear, first: -1e6, last: 1e6),
    Scale(type: .linear, first: 1e15, last: 1e15 + 8), Scale(type: .log, first: 1e-9, last: 1e9),
    Scale(type: .oneMinusLog, first: 0.9, last: 0.99999), Scale(type: .linear, first: 5, last: -5),
    Scale(
      type: .linear,
      first: -0.5,
      last: 6.5,
      names: ["other", "cat", "dog", "baby chick", "a very long name", "x", "漢字"]
    ),
  ]

  @Test("numbers along an axis do not meet, at any width", arguments: scales)
  func horizontal(scale: Scale) {
    for canvas in [Canvas.page, .terminal(columns: 80)] {
      for width in stride(from: 20.0, through: 600, by: 29) {
        let frame = Rect(0, 0, width: width, height: 100)
        let boxes = AxisLayout.horizontalTicks(
          scale.placed(from: 0, to: width),
          AxisOptions(),
          canvas: canvas,
          within: frame
        ).map(\.box)
        for (left, right) in zip(boxes, boxes.dropFirst()) {
          #expect(left.right + canvas.gap <= right.x + 1e-6)
        }
      }
    }
  }

  @Test("numbers beside an axis do not meet, at any height", arguments: scales)
  func vertical(scale: Scale) {
    for canvas in [Canvas.page, .terminal(columns: 80)] {
      for height in stride(from: 4.0, through: 400, by: 23) {
        let ticks = AxisLayout.verticalTicks(
          scale.placed(from: height, to: 0),
          AxisOptions(),
          canvas: canvas,
          widest: 40
        )
        let places = ticks.compactMap { scale.placed(from: height, to: 0).position($0.value) }
          .sorted()
        for (upper, lower) in zip(places, places.dropFirst()) {
          #expect(lower - upper >= canvas.lineHeight(.small) - 1)
        }
        #expect(ticks.allSatisfy { canvas.width($0.text, .small) <= 40 })
      }
    }
  }

  @Test(
    "an axis with room for two numbers has two, so that it gives a scale",
    arguments: [(-4, 4), (-3.5, 3.5), (1, 8), (0.15, 2.3), (-8, 3), (0, 1)] as [(Double, Double)]
  )
  func atLeastTwo(lower: Double, upper: Double) {
    for type in [ScaleType.linear, .log] where type == .linear || lower > 0 {
      let scale = Scale(type: type, first: lower, last: upper)
      for length in stride(from: 150.0, through: 600, by: 50) {
        let frame = Rect(0, 0, width: length, height: length)
        let across = AxisLayout.horizontalTicks(
          scale.placed(from: 0, to: length),
          AxisOptions(),
          canvas: .page,
          within: frame
        )
        #expect(across.count >= 2)
        let up = AxisLayout.verticalTicks(
          scale.placed(from: length, to: 0),
          AxisOptions(),
          canvas: .page,
          widest: 40
        )
        #expect(up.count >= 2)
      }
    }
  }

  @Test("an axis takes more height with a name than without")
  func height() {
    var named = AxisOptions()
    named.label = "epoch"
    for canvas in [Canvas.page, .terminal(columns: 80)] {
      let with = AxisLayout.horizontalHeight(named, canvas: canvas)
      #expect(with > AxisLayout.horizontalHeight(AxisOptions(), canvas: canvas))
    }
  }
}
