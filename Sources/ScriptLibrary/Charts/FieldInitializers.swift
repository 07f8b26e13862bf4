import Charts
import Engine
import Script

/// Returns the marks that show functions of two variables and matrices.
func fieldInitializers() -> [HostFunction] {
  [
    HostFunction(
      calling: """
        init(x: ClosedRange<Double>, y: ClosedRange<Double>, levels: [Double] = [], \
        resolution: Int = 60, function: (Double, Double) -> Double)
        """,
      of: "ContourMark"
    ) {
      (
        context: any HostContext,
        x: ClosedRange<Double>,
        y: ClosedRange<Double>,
        levels: [Double],
        resolution: Int,
        function: HostClosure
      ) in
      try ContourMark(
        x: x,
        y: y,
        levels: levels,
        resolution: resolution,
        function: context.function(function)
      )
    },
    HostFunction(
      "init(x: [Double], y: [Double], z: Tensor, levels: [Double] = [])",
      of: "ContourMark"
    ) { (x: [Double], y: [Double], z: Tensor, levels: [Double]) in
      ContourMark(x: x, y: y, z: z, levels: levels)
    },
    HostFunction("init(_ z: Tensor)", of: "HeatMapMark") { (z: Tensor) in HeatMapMark(z) },
    HostFunction("init(x: [Double], y: [Double], z: Tensor)", of: "HeatMapMark") {
      (x: [Double], y: [Double], z: Tensor) in HeatMapMark(x: x, y: y, z: z)
    },
    HostFunction(
      "init(x: [Double], y: [Double], scores: Tensor, names: [String] = [])",
      of: "RegionMark"
    ) { (x: [Double], y: [Double], scores: Tensor, names: [String]) in
      RegionMark(x: x, y: y, scores: scores, names: names)
    },
    HostFunction(
      calling: """
        init(x: ClosedRange<Double>, y: ClosedRange<Double>, classes: Int, resolution: Int = 150, \
        names: [String] = [], classify: (Double, Double) -> Int)
        """,
      of: "RegionMark"
    ) {
      (
        context: any HostContext,
        x: ClosedRange<Double>,
        y: ClosedRange<Double>,
        classes: Int,
        resolution: Int,
        names: [String],
        classify: HostClosure
      ) in
      try RegionMark(
        x: x,
        y: y,
        classes: classes,
        resolution: resolution,
        names: names,
        classify: context.function(classify)
      )
    },
  ]
}

/// Returns the marks that are diagrams.
func diagramInitializers() -> [HostFunction] {
  [
    HostFunction("init(layers: [Int], labels: [String] = [])", of: "NetworkMark") {
      (layers: [Int], labels: [String]) in NetworkMark(layers: layers, labels: labels)
    },
    HostFunction("init(_ edges: [GraphEdge])", of: "GraphMark") {
      (edges: [GraphEdge]) in GraphMark(edges)
    },
    HostFunction(
      "init(_ source: String, _ target: String, label: String = \"\")",
      of: "GraphEdge"
    ) { (source: String, target: String, label: String) in
      GraphEdge(source, target, label: label)
    },
    HostFunction("init(x: [Double], y: [Double], z: [Double])", of: "CubeMark") {
      (x: [Double], y: [Double], z: [Double]) in CubeMark(x: x, y: y, z: z)
    },
    HostFunction("init(x: [Double], y: [Double], z: [Double], names: [String])", of: "CubeMark") {
      (x: [Double], y: [Double], z: [Double], names: [String]) in
      CubeMark(x: x, y: y, z: z, names: names)
    },
  ]
}
