import Testing

@testable import Engine

@Suite("Data sets")
struct DatasetTests {
  @Test("the digits are those of scikit-learn's load_digits")
  func digits() throws {
    let digits = Dataset.digits()
    #expect(digits.examples.shape == [64, 1797])
    #expect(digits.description == "1797 examples of 64 features in 10 classes")
    // Sums that numpy gives of scikit-learn 1.9.1's copy; the last ones weigh pixels and images.
    #expect(digits.examples.sum() == 561_718)
    let pixels = try Tensor.range(from: 0, to: 64).reshaped([64, 1])
    #expect(try (digits.examples * pixels).sum() == 17_660_653)
    let images = try Tensor.range(from: 0, to: 1797)
    #expect(try (digits.examples * images).sum() == 503_342_547)
    #expect(
      (0..<10).map { digit in digits.labels.count { $0 == digit } }
        == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]
    )
    #expect(
      try digits.examples.column(0).elements[..<16]
        == [0, 0, 5, 13, 9, 1, 0, 0, 0, 0, 13, 15, 10, 15, 5, 0]
    )
    #expect(digits.labels.prefix(12) == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1])
    #expect(digits.examples.max() == 16)
  }

  @Test("a small network reads nine in ten held digits after five epochs")
  func trainsOnDigits() throws {
    let parts = try Dataset.digits().split(0.8, seed: 1)
    let normalization = try InputNormalization(of: parts.training.examples)
    func normalized(_ data: Dataset) throws -> Dataset {
      try data.mapping { (examples) throws(EngineError) in try normalization.normalized(examples) }
    }
    let network = try Network(seed: 1) {
      try Dense(64, 16)
      try BatchNorm(16)
      ReLU()
      try Dense(16, 10)
      Softmax()
    }
    let plan = try TrainingPlan(learningRate: 0.02, batchSize: 64, dropLast: .ifSmaller)
    var trainer = Trainer(network, plan: plan)
    try trainer.train(on: normalized(parts.training), epochs: 5)
    #expect(try trainer.network.accuracy(on: normalized(parts.held)) > 0.9)
  }

  @Test("a split holds every example once, in both parts the same for the same seed")
  func splits() throws {
    let data = try Dataset(
      examples: Tensor.range(from: 0, to: 10).reshaped([1, 10]),
      labels: [0, 1, 0, 1, 0, 1, 0, 1, 0, 1],
      classCount: 2
    )
    let parts = try data.split(0.7, seed: 4)
    #expect((parts.training.count, parts.held.count) == (7, 3))
    let all = parts.training.examples.elements + parts.held.examples.elements
    #expect(all.sorted() == data.examples.elements)
    #expect(all != data.examples.elements)
    for part in [parts.training, parts.held] {
      #expect(zip(part.examples.elements, part.labels).allSatisfy { Int($0) % 2 == $1 })
    }
    #expect(try parts == data.split(0.7, seed: 4))
    #expect(try parts != data.split(0.7, seed: 5))
  }

  @Test("each example is held out in one fold", arguments: [2, 3, 7, 10])
  func folds(count: Int) throws {
    let data = try Dataset(
      examples: Tensor.range(from: 0, to: 10).reshaped([1, 10]),
      labels: [Int](repeating: 0, count: 10),
      classCount: 1
    )
    let folds = try data.folds(count, seed: 0)
    #expect(folds.count == count)
    #expect(folds.flatMap(\.held.examples.elements).sorted() == data.examples.elements)
    for fold in folds {
      let all = fold.training.examples.elements + fold.held.examples.elements
      #expect(all.sorted() == data.examples.elements)
      #expect(fold.held.count == 10 / count || fold.held.count == 10 / count + 1)
    }
  }

  @Test("one-hot labels mark each example's class")
  func oneHotLabels() throws {
    let data = try Dataset(examples: Tensor.zeros([1, 3]), labels: [2, 0, 2], classCount: 3)
    #expect(data.oneHotLabels == [[0, 1, 0], [0, 0, 0], [1, 0, 1]])
  }

  @Test("clouds lie about the circle of radius 2, as wide as asked")
  func blobs() throws {
    let data = try Dataset.blobs(classes: 4, perClass: 4000, deviation: 0.25, seed: 11)
    #expect(data.examples.shape == [2, 16_000])
    for (label, centre) in [[2.0, 0], [0, 2], [-2, 0], [0, -2]].enumerated() {
      let cloud = try data.examples.columns(label * 4000..<(label + 1) * 4000)
      #expect(data.labels[label * 4000..<(label + 1) * 4000].allSatisfy { $0 == label })
      for row in 0..<2 {
        // The mean of 4000 is known to 0.004; four times that.
        let line = try cloud.row(row)
        #expect(line.mean().isApproximately(centre[row], within: 0.016))
        #expect(line.standardDeviation().isApproximately(0.25, within: 0.012))
      }
    }
  }

  @Test("without noise an arm's points have the radius and angle of the formula")
  func spirals() throws {
    let data = try Dataset.spirals(classes: 2, perClass: 4, turns: 1, noise: 0, seed: 0)
    let expected: Tensor = [
      [0, -0.5, 0, 1, 0, 0.5, 0, -1],
      [0.25, 0, -0.75, 0, -0.25, 0, 0.75, 0],
    ]
    #expect(data.examples.isClose(to: expected, absolute: 1e-12))
    #expect(data.labels == [0, 0, 0, 0, 1, 1, 1, 1])
    let noisy = try Dataset.spirals(seed: 3)
    let radii = try noisy.examples.norm(axis: 0)
    #expect(radii.max() <= 1 + 1e-12)
  }

  @Test("black and coloured cats share the boundary and differ in where they lie")
  func cats() throws {
    for (coat, centre) in [(CatCoat.black, -1.5), (.coloured, 1.5)] {
      let cats = try Dataset.cats(coat, count: 2000, seed: 5)
      let (lightness, ears) = (try cats.examples.row(0), try cats.examples.row(1))
      #expect(lightness.mean().isApproximately(centre, within: 0.05))
      for (index, label) in cats.labels.enumerated() {
        let boundary = cSin(lightness.elements[index])
        #expect((ears.elements[index] > boundary) == (label == 1))
      }
      let share = Double(cats.labels.count { $0 == 1 }) / 2000
      #expect(share.isApproximately(0.5, within: 0.05))
    }
  }

  @Test("elongated points differ in scale by the ratio, and normalised are round")
  func elongated() throws {
    let data = try Dataset.elongated(count: 5000, ratio: 25, seed: 2)
    let deviations = try data.examples.standardDeviation(axis: 1).elements
    #expect((deviations[1] / deviations[0]).isApproximately(25, within: 1.5))
    let round = try InputNormalization(of: data.examples).normalized(data.examples)
    for deviation in try round.standardDeviation(axis: 1).elements {
      #expect(deviation.isApproximately(1, within: 1e-12))
    }
  }

  @Test("one seed gives one set, another another")
  func seeds() throws {
    #expect(try Dataset.blobs(seed: 1) == Dataset.blobs(seed: 1))
    #expect(try Dataset.blobs(seed: 1) != Dataset.blobs(seed: 2))
    #expect(try Dataset.spirals(seed: 1) != Dataset.spirals(seed: 2))
    #expect(try Dataset.cats(.black, seed: 1) != Dataset.cats(.black, seed: 2))
    #expect(try Dataset.elongated(seed: 1) != Dataset.elongated(seed: 2))
  }

  @Test("bad arguments are refused with their values")
  func badInput() throws {
    let data = try Dataset.blobs(perClass: 2, seed: 0)
    #expect(throws: EngineError.labelCountMismatch(labels: 1, examples: 2)) {
      try Dataset(examples: Tensor.zeros([3, 2]), labels: [0], classCount: 1)
    }
    #expect(throws: EngineError.labelOutOfRange(label: -1, example: 1, classCount: 2)) {
      try Dataset(examples: Tensor.zeros([3, 2]), labels: [0, -1], classCount: 2)
    }
    #expect(throws: EngineError.self) {
      try Dataset(examples: Tensor([1]), labels: [0], classCount: 1)
    }
    #expect(throws: EngineError.indexOutOfRange(index: 6, axis: 1, shape: [2, 6])) {
      try data.selecting([0, 6])
    }
    for share in [-0.1, 1.1, .nan] {
      #expect(throws: EngineError.self) { try data.split(share, seed: 0) }
    }
    for count in [1, 7] { #expect(throws: EngineError.self) { try data.folds(count, seed: 0) } }
    for count in [0, -1, .max] {
      #expect(throws: EngineError.self) { try Dataset.blobs(perClass: count, seed: 0) }
      #expect(throws: EngineError.self) { try Dataset.spirals(classes: count, seed: 0) }
      #expect(throws: EngineError.self) { try Dataset.cats(.black, count: count, seed: 0) }
      #expect(throws: EngineError.self) { try Dataset.elongated(count: count, seed: 0) }
    }
    for number in [-1, Double.nan, .infinity] {
      #expect(throws: EngineError.self) { try Dataset.blobs(deviation: number, seed: 0) }
      #expect(throws: EngineError.self) { try Dataset.spirals(noise: number, seed: 0) }
      #expect(throws: EngineError.self) { try Dataset.elongated(ratio: number, seed: 0) }
    }
  }
}
