import Charts
import Engine
import Script

/// Returns the marks that show series of values.
func markInitializers() -> [HostFunction] {
  lines() + points() + bars() + [
    HostFunction("init(x: Double)", of: "RuleMark") { (x: Double) in RuleMark(x: x) },
    HostFunction("init(y: Double)", of: "RuleMark") { (y: Double) in RuleMark(y: y) },
    HostFunction("init(x: ClosedRange<Double>, y: ClosedRange<Double>)", of: "RectangleMark") {
      (x: ClosedRange<Double>, y: ClosedRange<Double>) in RectangleMark(x: x, y: y)
    },
    HostFunction("init(_ text: String, x: Double, y: Double)", of: "TextMark") {
      (text: String, x: Double, y: Double) in TextMark(text, x: x, y: y)
    },
    HostFunction("init(x: [Double], y: [Double])", of: "ArrowMark") {
      (x: [Double], y: [Double]) in ArrowMark(x: x, y: y)
    },
    HostFunction("init(_ values: [Double], bins: Int = 20)", of: "HistogramMark") {
      (values: [Double], bins: Int) in HistogramMark(values, bins: bins)
    },
    HostFunction("init(_ values: Tensor, bins: Int = 20)", of: "HistogramMark") {
      (values: Tensor, bins: Int) in HistogramMark(values, bins: bins)
    },
  ]
}

private func lines() -> [HostFunction] {
  [
    HostFunction("init(x: [Double], y: [Double])", of: "LineMark") {
      (x: [Double], y: [Double]) in LineMark(x: x, y: y)
    },
    HostFunction("init(x: Tensor, y: Tensor)", of: "LineMark") {
      (x: Tensor, y: Tensor) in LineMark(x: x, y: y)
    },
    HostFunction("init(x: [String], y: [Double])", of: "LineMark") {
      (x: [String], y: [Double]) in LineMark(x: x, y: y)
    },
    HostFunction("init(y: [Double])", of: "LineMark") { (y: [Double]) in LineMark(y: y) },
    HostFunction(
      calling:
        "init(over domain: ClosedRange<Double>, count: Int = 200, function: (Double) -> Double)",
      of: "LineMark"
    ) {
      (context: any HostContext, domain: ClosedRange<Double>, count: Int, function: HostClosure) in
      try LineMark(over: domain, count: count, function: context.function(function))
    },
  ]
}

private func points() -> [HostFunction] {
  [
    HostFunction("init(x: [Double], y: [Double])", of: "PointMark") {
      (x: [Double], y: [Double]) in PointMark(x: x, y: y)
    },
    HostFunction("init(x: Double, y: Double)", of: "PointMark") {
      (x: Double, y: Double) in PointMark(x: x, y: y)
    },
    HostFunction("init(x: Tensor, y: Tensor)", of: "PointMark") {
      (x: Tensor, y: Tensor) in PointMark(x: x, y: y)
    },
    HostFunction("init(x: [String], y: [Double])", of: "PointMark") {
      (x: [String], y: [Double]) in PointMark(x: x, y: y)
    },
    HostFunction("init(x: [Double], y: [String])", of: "PointMark") {
      (x: [Double], y: [String]) in PointMark(x: x, y: y)
    },
    HostFunction("init(x: [Double])", of: "PointMark") { (x: [Double]) in PointMark(x: x) },
  ]
}

private func bars() -> [HostFunction] {
  [
    HostFunction("init(x: [String], y: [Double])", of: "BarMark") {
      (x: [String], y: [Double]) in BarMark(x: x, y: y)
    },
    HostFunction("init(x: [Double], y: [Double])", of: "BarMark") {
      (x: [Double], y: [Double]) in BarMark(x: x, y: y)
    },
    HostFunction("init(x: String, y: Double)", of: "BarMark") {
      (x: String, y: Double) in BarMark(x: x, y: y)
    },
    HostFunction("init(x: [Double], y: [Double])", of: "AreaMark") {
      (x: [Double], y: [Double]) in AreaMark(x: x, y: y)
    },
    HostFunction("init(x: [Double], yStart: [Double], yEnd: [Double])", of: "AreaMark") {
      (x: [Double], yStart: [Double], yEnd: [Double]) in
      AreaMark(x: x, yStart: yStart, yEnd: yEnd)
    },
  ]
}
