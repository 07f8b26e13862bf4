// Synthetic data for the lectures, each a function of its arguments and its seed alone.

extension Dataset {
  /// Returns round clouds of points in the plane, one for each class.
  ///
  /// The centres lie on a circle of radius 2 at equal distances. (Lecture 8.)
  ///
  /// - Parameters:
  ///   - classes: How many clouds.
  ///   - perClass: How many points in each.
  ///   - deviation: The standard deviation of both coordinates.
  ///   - seed: The seed of the points.
  /// - Returns: Points `[2, classes · perClass]`, class by class.
  /// - Throws: `EngineError.argumentOutOfRange`, or `.tensorTooLarge`.
  @_disfavoredOverload
  public static func blobs(
    classes: Int = 3,
    perClass: Int = 50,
    deviation: Double = 0.5,
    seed: Int
  ) throws(EngineError) -> Dataset {
    try requireNotNegative(deviation, "deviation")
    return try points(classes: classes, perClass: perClass, seed: seed) { label, _, generator in
      let angle = 2 * Double.pi * Double(label) / Double(classes)
      return (
        2 * cCos(angle) + deviation * generator.nextNormal(),
        2 * cSin(angle) + deviation * generator.nextNormal()
      )
    }
  }

  /// Returns spirals that wind round each other, which no straight line parts.
  ///
  /// Point `i` of an arm has the radius `r = (i + 1) / perClass` and lies `turns · 2π · r` further
  /// round than the arm's start.
  ///
  /// - Parameters:
  ///   - classes: How many arms.
  ///   - perClass: How many points in each.
  ///   - turns: How often an arm winds round.
  ///   - noise: The standard deviation of the angle, in radians.
  ///   - seed: The seed of the points.
  /// - Returns: Points `[2, classes · perClass]` within the unit circle, arm by arm.
  /// - Throws: `EngineError.argumentOutOfRange`, or `.tensorTooLarge`.
  @_disfavoredOverload
  public static func spirals(
    classes: Int = 3,
    perClass: Int = 100,
    turns: Double = 0.65,
    noise: Double = 0.2,
    seed: Int
  ) throws(EngineError) -> Dataset {
    try requireNotNegative(noise, "noise")
    try requireNotNegative(turns, "turns")
    return try points(classes: classes, perClass: perClass, seed: seed) { label, index, generator in
      let radius = Double(index + 1) / Double(perClass)
      let start = Double(label) / Double(classes)
      let angle = 2 * Double.pi * (start + turns * radius) + noise * generator.nextNormal()
      return (radius * cCos(angle), radius * cSin(angle))
    }
  }

  /// Returns cats and other animals of one kind of coat: the shift from black to coloured cats.
  ///
  /// An animal is its coat's lightness and the shape of its ears. What is a cat is the same for
  /// both coats, `ears > sin(lightness)`; where the animals lie is not: black ones at a lightness
  /// about -1.5, coloured ones about 1.5. A classifier that has seen only black cats has never seen
  /// the boundary of the coloured ones. (Lecture 6, covariate shift.)
  ///
  /// - Parameters:
  ///   - coat: Which animals.
  ///   - count: How many.
  ///   - seed: The seed of the animals.
  /// - Returns: Animals `[2, count]`; label 1 is a cat.
  /// - Throws: `EngineError.argumentOutOfRange`, or `.tensorTooLarge`.
  @_disfavoredOverload
  public static func cats(
    _ coat: CatCoat,
    count: Int = 200,
    seed: Int
  ) throws(EngineError) -> Dataset {
    let centre: Double =
      switch coat {
      case .black: -1.5
      case .coloured: 1.5
      }
    let animals = try points(classes: 1, perClass: count, named: "count", seed: seed) {
      _,
      _,
      generator in
      let lightness = centre + 0.5 * generator.nextNormal()
      return (lightness, cSin(lightness) + 0.8 * generator.nextNormal())
    }
    let elements = animals.examples.elements
    return Dataset(
      unchecked: animals.examples,
      labels: (0..<count).map { elements[count + $0] > cSin(elements[$0]) ? 1 : 0 },
      classCount: 2
    )
  }

  /// Returns points whose two features differ in mean and in scale: the loss has long, thin contours.
  ///
  /// The first feature has mean 1 and deviation 1, the second mean `ratio` and deviation `ratio`; a
  /// point is of class 1 when its normalised features sum to more than 0. Normalised inputs make
  /// the contours round. (Lecture 4.)
  ///
  /// - Parameters:
  ///   - count: How many points.
  ///   - ratio: How many times the second feature's deviation is the first's.
  ///   - seed: The seed of the points.
  /// - Returns: Points `[2, count]` of two classes.
  /// - Throws: `EngineError.argumentOutOfRange`, or `.tensorTooLarge`.
  @_disfavoredOverload
  public static func elongated(
    count: Int = 200,
    ratio: Double = 10,
    seed: Int
  ) throws(EngineError) -> Dataset {
    try requirePositive(ratio, "ratio")
    let points = try points(classes: 1, perClass: count, named: "count", seed: seed) {
      _,
      _,
      generator in
      (1 + generator.nextNormal(), ratio * (1 + generator.nextNormal()))
    }
    let elements = points.examples.elements
    return Dataset(
      unchecked: points.examples,
      labels: (0..<count).map { elements[$0] - 1 + elements[count + $0] / ratio - 1 > 0 ? 1 : 0 },
      classCount: 2
    )
  }

  /// Points in the plane, class by class.
  private static func points(
    classes: Int,
    perClass: Int,
    named countName: String = "perClass",
    seed: Int,
    _ point: (_ label: Int, _ index: Int, inout SeededGenerator) -> (Double, Double)
  ) throws(EngineError) -> Dataset {
    for (name, value) in [("classes", classes), (countName, perClass)] where value < 1 {
      throw .argumentOutOfRange(argument: name, value: Double(value), allowed: "1 or more")
    }
    var examples = try Tensor.zeros([2, classes, perClass])
    let count = classes * perClass
    var generator = SeededGenerator(seed: seed, purpose: .data)
    for place in 0..<count {
      let (x, y) = point(place / perClass, place % perClass, &generator)
      examples.elements[place] = x
      examples.elements[count + place] = y
    }
    return Dataset(
      unchecked: Tensor(unchecked: examples.elements, shape: [2, count]),
      labels: (0..<count).map { $0 / perClass },
      classCount: classes
    )
  }
}

/// The coat of the cats that a classifier has seen.
public enum CatCoat: Sendable, Hashable {
  /// Black ones, to train on.
  case black
  /// Coloured ones, to test on.
  case coloured
}
