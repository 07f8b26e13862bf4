import Charts
import Engine
import Foundation

/// Figures of every kind, which the goldens and the properties of layouts are tested on.
enum Gallery {
  /// A figure with the name of its goldens.
  struct Entry: CustomStringConvertible, Sendable {
    let name: String
    let figure: any Figure
    var description: String { name }
  }

  static let all: [Entry] = plots + distributions + fields + diagrams + odd

  private static func entry(_ name: String, _ figure: any Figure) -> Entry {
    Entry(name: name, figure: figure)
  }

  static let epochs = (0...40).map(Double.init)

  // MARK: - Lines, points, bars

  static let plots: [Entry] = [
    entry(
      "learning-curves",
      Chart("Cost with and without batch norm") {
        LineMark(x: epochs, y: epochs.map { 2.3 / (1 + 0.08 * $0) })
          .foregroundStyle(by: "without")
        LineMark(x: epochs, y: epochs.map { 2.3 / (1 + 0.4 * $0) }).foregroundStyle(by: "with")
        RuleMark(y: 0.25).lineStyle(.dashed).annotation("goal")
      }
      .chartXAxisLabel("epoch").chartYAxisLabel("cost")
    ),
    entry(
      "log-cost",
      Chart("Float stalls, Double goes on") {
        LineMark(x: (0...9).map { Double($0) * 100 }, y: (0...9).map { 5 * pow10(-Double($0)) })
          .foregroundStyle(by: "Double")
        LineMark(
          x: (0...9).map { Double($0) * 100 },
          y: (0...9).map { max(5 * pow10(-Double($0)), 1.14e-5) }
        )
        .foregroundStyle(by: "Float")
      }
      .chartXAxisLabel("step").chartYAxisLabel("5 - w").chartYScale(type: .log)
    ),
    entry(
      "scatter",
      Chart("Cats") {
        for (index, name) in ["black", "colored", "none"].enumerated() {
          PointMark(
            x: (0..<20).map { noise($0 * 3 + index) + Double(index) },
            y: (0..<20).map { noise($0 * 7 + index + 100) + Double(index) * 0.5 }
          )
          .foregroundStyle(by: name)
        }
      }
      .chartXAxisLabel("x₁").chartYAxisLabel("x₂")
    ),
    entry(
      "bars",
      Chart("Softmax against hardmax") {
        BarMark(x: ["other", "cat", "dog", "baby chick"], y: [0.842, 0.042, 0.002, 0.114])
          .foregroundStyle(by: "softmax")
        BarMark(x: ["other", "cat", "dog", "baby chick"], y: [1, 0, 0, 0])
          .foregroundStyle(by: "hardmax")
      }
      .chartYAxisLabel("ŷ")
    ),
    entry(
      "descent",
      Chart("J(w) and its descent") {
        LineMark(over: -1...11) { ($0 - 5) * ($0 - 5) }
        ArrowMark(x: [0, 2, 3.2, 3.9], y: [25, 9, 3.24, 1.21]).foregroundStyle(.vermilion)
          .symbol(.circle).annotation("w₃")
        PointMark(x: 5, y: 0).foregroundStyle(.green).annotation("minimum")
      }
      .chartXAxisLabel("w").chartYAxisLabel("J")
    ),
    entry(
      "coarse-to-fine",
      ChartGrid("Coarse to fine", columns: 2) {
        Chart("coarse") {
          PointMark(x: (0..<25).map { noise($0) }, y: (0..<25).map { noise($0 + 50) })
          RectangleMark(x: 0.5...0.8, y: 0.3...0.7).foregroundStyle(.vermilion)
            .annotation("best")
        }
        .chartXAxisLabel("α").chartYAxisLabel("ε")
        Chart("fine") {
          PointMark(
            x: (0..<25).map { 0.5 + 0.3 * noise($0 + 9) },
            y: (0..<25).map { 0.3 + 0.4 * noise($0 + 70) }
          )
        }
        .chartXAxisLabel("α").chartYAxisLabel("ε")
      }
    ),
  ]

  // MARK: - Number lines and histograms

  static let distributions: [Entry] = [
    entry(
      "number-lines",
      ChartGrid("Where 20 samples of α fall", columns: 1) {
        Chart("linear") { PointMark(x: (0..<20).map { 0.0001 + 0.9999 * noise($0) }).opacity(0.6) }
          .frame(width: 640, height: 80)
        Chart("logarithmic") { PointMark(x: (0..<20).map { pow10(-4 * noise($0)) }).opacity(0.6) }
          .chartXScale(domain: 0.0001...1, type: .log).frame(width: 640, height: 80)
        Chart("1 - β") { PointMark(x: (0..<20).map { 1 - pow10(-1 - 2 * noise($0)) }) }
          .chartXScale(domain: 0.9...0.999, type: .oneMinusLog).frame(width: 640, height: 80)
      }
    ),
    entry(
      "histogram",
      Chart("z before and after batch norm") {
        HistogramMark((0..<400).map { 3 + 2 * bell($0) }, bins: 24).foregroundStyle(by: "z")
        HistogramMark((0..<400).map { bell($0) }, bins: 24).foregroundStyle(by: "normalized")
      }
    ),
    entry(
      "sigmoid",
      Chart("The middle of the sigmoid") {
        RectangleMark(x: -1...1, y: 0...1).foregroundStyle(.gray).annotation("nearly straight")
        AreaMark(x: epochs.map { $0 / 5 - 4 }, y: epochs.map { sigmoid($0 / 5 - 4) * 0.3 })
          .foregroundStyle(.sky)
        LineMark(over: -4...4) { sigmoid($0) }
        RuleMark(x: 0).lineStyle(.dotted)
      }
    ),
  ]

  // MARK: - Fields

  private static let grid = (0...30).map { Double($0) / 7.5 - 2 }

  /// Scores of three classes that are linear in x and y.
  private static let scores: Tensor = {
    let rows = [(2.0, -0.5, 0.0), (-1, 1, 0.3), (-1, -1, 0)].map { up, right, constant in
      grid.flatMap { y in grid.map { x in up * y + right * x + constant } }
    }
    return (try? Tensor(rows)) ?? []
  }()

  static let fields: [Entry] = [
    entry(
      "contours",
      ChartGrid("Elongated and round", columns: 2) {
        Chart("before") {
          ContourMark(x: -2...2, y: -2...2) { $0 * $0 + 12 * $1 * $1 }
          ArrowMark(x: [-1.8, -1.5, -1.2, -0.9, -0.6], y: [0.8, -0.6, 0.5, -0.4, 0.3])
            .foregroundStyle(.vermilion)
        }
        .chartAspect(.equal)
        Chart("after") {
          ContourMark(x: -2...2, y: -2...2, levels: [0.5, 1, 2, 4]) { $0 * $0 + $1 * $1 }
          ArrowMark(x: [-1.5, -0.7, 0], y: [1.5, 0.7, 0]).foregroundStyle(.vermilion)
        }
        .chartAspect(.equal)
      }
    ),
    entry(
      "regions",
      Chart("Three classes without a hidden layer") {
        RegionMark(x: grid, y: grid, scores: scores, names: ["cat", "dog", "chick"])
        PointMark(x: [-1, 0.3], y: [1, 1.2]).foregroundStyle(by: "cat")
        PointMark(x: [1, 1.5], y: [-1, 0]).foregroundStyle(by: "dog")
        PointMark(x: [-1, -0.5], y: [-1, -1.2]).foregroundStyle(by: "chick")
      }
      .chartAspect(.equal)
    ),
    entry(
      "heat-map",
      Chart("A matrix") {
        HeatMapMark([[0, 1, 4, 9], [16, 8, 2, 15], [13, 12, 1, 3]])
      }
    ),
  ]

  // MARK: - Diagrams

  static let diagrams: [Entry] = [
    entry(
      "network",
      Chart("Two hidden layers") {
        NetworkMark(layers: [3, 5, 40, 2], labels: ["x", "a[1]", "a[2]", "ŷ"])
      }
    ),
    entry(
      "tape",
      Chart("The tape of J(w) = w² - 10w + 25") {
        GraphMark([
          GraphEdge("w", "w²"), GraphEdge("w", "10w"), GraphEdge("w²", "w² - 10w", label: "+1"),
          GraphEdge("10w", "w² - 10w", label: "-1"), GraphEdge("w² - 10w", "J"),
          GraphEdge("25", "J"),
        ])
      }
      .frame(width: 640, height: 220)
    ),
    entry(
      "batch-norm-chain",
      Chart("Batch norm between z and a") {
        GraphMark(
          zip(
            ["X", "z[1]", "z̃[1]", "a[1]", "z[2]", "z̃[2]", "a[2]", "ŷ"],
            ["z[1]", "z̃[1]", "a[1]", "z[2]", "z̃[2]", "a[2]", "ŷ"]
          ).map { GraphEdge($0, $1, label: $1.hasPrefix("z̃") ? "β, γ" : "") }
        )
      }
      .frame(width: 800, height: 120)
    ),
    entry(
      "cube",
      Chart("Three hyperparameters") {
        CubeMark(
          x: (0..<25).map { noise($0) },
          y: (0..<25).map { noise($0 + 30) },
          z: (0..<25).map { noise($0 + 60) },
          names: ["α", "β", "units"]
        )
      }
    ),
  ]

  // MARK: - What is odd

  static let odd: [Entry] = [
    entry("empty", Chart("Nothing") {}),
    entry("one-point", Chart { PointMark(x: 3, y: 7).annotation("the only one") }),
    entry("constant", Chart { LineMark(x: [0, 1, 2], y: [5, 5, 5]) }),
    entry(
      "gaps",
      Chart("Gaps") {
        LineMark(x: [0, 1, 2, 3, 4, 5], y: [1, 2, .nan, 3, .infinity, 2]).foregroundStyle(by: "a")
      }
    ),
    entry(
      "huge-range",
      Chart {
        LineMark(
          x: [-1, 0, 1],
          y: [-Double.greatestFiniteMagnitude, 0, .greatestFiniteMagnitude]
        )
      }
    ),
    entry(
      "reversed",
      Chart { LineMark(x: [0, 1, 2], y: [1, 3, 2]) }.chartXScale(from: 2, to: 0)
    ),
    entry(
      "many-series",
      Chart("Caviar") {
        for index in 0..<30 {
          LineMark(x: epochs, y: epochs.map { 1 / (1 + $0 * noise(index)) + noise(index + 40) })
            .foregroundStyle(by: "model \(index)")
        }
      }
    ),
    entry(
      "markup",
      Chart("<script>alert(\"&\")</script>") {
        PointMark(x: [1, 2], y: [1, 2]).foregroundStyle(by: "]]> & <b>").annotation("</text>")
      }
      .chartXAxisLabel("a < b & c > d").chartYAxisLabel("\u{1}\u{202E}control")
    ),
    entry(
      "long-names",
      Chart("A title that is far too long for the width of the figure, so that it has to be cut") {
        BarMark(
          x: (0..<12).map { "the category with the number \($0)" },
          y: (0..<12).map(Double.init)
        )
      }
    ),
  ]
}

/// A number from 0 to 1 that depends on another in no simple way.
func noise(_ seed: Int) -> Double {
  let fraction = (Double(seed) * 0.618_033_988_749_895 + 0.37) * (1 + Double(seed % 5) * 0.1)
  return fraction - fraction.rounded(.down)
}

/// A number whose distribution is nearly normal.
func bell(_ seed: Int) -> Double { (0..<12).reduce(-6) { $0 + noise(seed * 12 + $1) } }

func pow10(_ exponent: Double) -> Double { pow(10, exponent) }

func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
