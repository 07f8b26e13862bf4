extension MarkDrawing {
  /// Draws a cube seen from the front, the right and above, and the points in it.
  mutating func drawCube(
    _ mark: Mark,
    _ xs: [Double],
    _ ys: [Double],
    _ zs: [Double],
    _ names: [String]
  ) {
    let view = CubeView(area: area, canvas: canvas)
    for edge in CubeView.edges {
      elements.append(
        .path(
          Path(
            lines: [[view.place(edge.from), view.place(edge.to)]],
            stroke: .axis,
            strokeWidth: 1,
            style: edge.isBehind ? .dotted : .solid
          )
        )
      )
    }
    let ranges = [xs, ys, zs].map(finiteRange)
    let places = xs.indices.compactMap { index -> CubeView.Corner? in
      guard let x = fraction(xs[index], ranges[0]), let y = fraction(ys[index], ranges[1]),
        let z = fraction(zs[index], ranges[2])
      else { return nil }
      return CubeView.Corner(x: x, y: y, z: z)
    }
    // A dotted line to the floor shows how deep in the cube a point lies.
    if places.count <= CubeView.mostStems {
      let stems = places.map { place in
        [view.place(place), view.place(CubeView.Corner(x: place.x, y: place.y, z: 0))]
      }
      elements.append(
        .path(Path(lines: stems, stroke: .grid, strokeWidth: 1))
      )
    }
    drawSymbols(mark, places.map(view.place), as: series.symbol(of: mark))
    nameEdges(names, ranges, view)
    annotate(mark, at: places.last.map(view.place))
  }

  private func finiteRange(_ values: [Double]) -> ClosedRange<Double>? {
    let finite = values.filter(\.isFinite)
    guard let least = finite.min(), let greatest = finite.max() else { return nil }
    return least...greatest
  }

  private func fraction(_ value: Double, _ range: ClosedRange<Double>?) -> Double? {
    guard let range, value.isFinite else { return nil }
    let (low, high) = (range.lowerBound, range.upperBound)
    return low < high ? (value / 2 - low / 2) / (high / 2 - low / 2) : 0.5
  }

  private mutating func nameEdges(
    _ names: [String],
    _ ranges: [ClosedRange<Double>?],
    _ view: CubeView
  ) {
    let edges: [(CubeView.Corner, LabelPlacer.Position)] = [
      (CubeView.Corner(x: 0.5, y: 0, z: 0), .belowLeft),
      (CubeView.Corner(x: 1, y: 0.5, z: 0), .belowRight),
      (CubeView.Corner(x: 0, y: 0, z: 0.5), .left),
    ]
    for (index, edge) in edges.enumerated() where names.indices.contains(index) {
      let extent = ranges[index].map { range in
        " \(range.lowerBound.text(digits: 2))…\(range.upperBound.text(digits: 2))"
      }
      wish(names[index] + (extent ?? ""), at: view.place(edge.0), first: edge.1)
    }
  }
}

/// The picture of the unit cube in an area, turned so that no points of a small grid hide others.
struct CubeView {
  /// A place in the cube, 0 to 1 along each axis.
  struct Corner: Hashable {
    var x: Double
    var y: Double
    var z: Double
  }

  /// One of the twelve edges.
  struct Edge {
    var from: Corner
    var to: Corner
    var isBehind: Bool
  }

  /// The most points that get a line to the floor.
  static let mostStems = 60

  /// The edges; those that meet in the hidden corner lie behind.
  static let edges: [Edge] = {
    let ends = [0.0, 1.0]
    return ends.flatMap { first in
      ends.flatMap { second in
        [
          Edge(
            from: Corner(x: 0, y: first, z: second),
            to: Corner(x: 1, y: first, z: second),
            isBehind: first == 1 && second == 0
          ),
          Edge(
            from: Corner(x: first, y: 0, z: second),
            to: Corner(x: first, y: 1, z: second),
            isBehind: first == 0 && second == 0
          ),
          Edge(
            from: Corner(x: first, y: second, z: 0),
            to: Corner(x: first, y: second, z: 1),
            isBehind: first == 0 && second == 1
          ),
        ]
      }
    }
  }()

  private let origin: Point
  private let size: Double
  private let aspect: Double

  init(area: Rect, canvas: Canvas) {
    aspect = canvas.unitAspect
    size = max(
      min(area.width * 0.9 / CubeView.width, area.height * aspect * 0.9 / CubeView.height),
      0
    )
    origin = Point(area.middle.x, area.middle.y)
  }

  /// How far the cube is turned round z, 37°, and then tilted towards the viewer, 23°.
  private static let turn = (cosine: 0.8, sine: 0.6)
  private static let tilt = (cosine: 12.0 / 13, sine: 5.0 / 13)
  /// How wide and high the picture of the unit cube is.
  private static let width = turn.cosine + turn.sine
  private static let height = tilt.cosine + width * tilt.sine

  /// Where a place of the cube lies in the picture.
  func place(_ corner: Corner) -> Point {
    // x goes down to the right, y up to the right, z up.
    let (x, y, z) = (corner.x - 0.5, corner.y - 0.5, corner.z - 0.5)
    let (turn, tilt) = (CubeView.turn, CubeView.tilt)
    let across = x * turn.cosine + y * turn.sine
    let up = (y * turn.cosine - x * turn.sine) * tilt.sine + z * tilt.cosine
    return Point(origin.x + across * size, origin.y - up * size / aspect)
  }
}
