import Testing

@testable import Engine

@Suite("A step of training in a workspace")
struct WorkspaceTests {
  private func network(_ layers: Layer..., seed: Int = 1) throws -> Network {
    try Network(layers: layers, seed: seed)
  }

  static let networks: [[Layer]] = {
    guard let wide = try? Dense(5, 7), let narrow = try? Dense(7, 3), let flat = try? Dense(5, 3),
      let norm = try? BatchNorm(featureCount: 7, variance: .sample),
      let first = try? BatchNorm(featureCount: 5)
    else { return [] }
    return [
      [.dense(flat)],
      [.dense(wide), .batchNorm(norm), .activation(.relu), .dense(narrow), .softmax],
      [.batchNorm(first), .dense(wide), .activation(.tanh), .dense(narrow)],
      [.dense(wide), .activation(.gelu), .batchNorm(norm), .dense(narrow), .activation(.elu)],
    ]
  }()

  @Test(
    "it finds the loss, gradient and averages of the passes that keep everything",
    arguments: networks
  )
  func agreesWithPasses(layers: [Layer]) throws {
    var quick = try Network(layers: layers, seed: 3)
    var slow = quick
    let input = try Tensor(shape: [5, 9], elements: testNumbers(45).map { 2 * $0 })
    let labels = [0, 2, 1, 1, 0, 2, 2, 0, 1]
    let chosen = [7, 0, 3, 4]
    var workspace = try Workspace(for: quick, capacity: 6)
    var chance = SeededGenerator(seed: 0)
    let loss = try quick.findGradient(
      on: Minibatch(input: input, labels: labels, examples: chosen[...]),
      in: &workspace,
      using: &chance
    )
    let pass = try slow.forward(
      try input.gather(chosen, axis: 1),
      phase: .training,
      using: &chance
    )
    let expected = try slow.crossEntropyGradients(labels: chosen.map { labels[$0] }, through: pass)
    #expect((loss - expected.value).magnitude < 1e-14)
    #expect(
      workspace.gradient.isClose(to: expected.gradient.parameters, relative: 1e-11, absolute: 1e-14)
    )
    for (found, kept) in zip(quick.norms, slow.norms) {
      #expect(found.runningMean == kept.runningMean)
      #expect(found.runningVariance == kept.runningVariance)
      #expect(found.updateCount == kept.updateCount)
    }
  }

  @Test("dropout draws the same mask as the passes that keep everything")
  func dropout() throws {
    var quick = try network(
      .dense(try Dense(4, 6)),
      .dropout(try Dropout(keepProbability: 0.5)),
      .dense(try Dense(6, 2))
    )
    var slow = quick
    let input = try Tensor(shape: [4, 5], elements: testNumbers(20))
    let labels = [0, 1, 1, 0, 1]
    var workspace = try Workspace(for: quick, capacity: 5)
    var (chance, same) = (
      SeededGenerator(seed: 4, purpose: .dropout), SeededGenerator(seed: 4, purpose: .dropout)
    )
    let loss = try quick.findGradient(
      on: Minibatch(input: input, labels: labels, examples: Array(0..<5)[...]),
      in: &workspace,
      using: &chance
    )
    let pass = try slow.forward(input, phase: .training, using: &same)
    let expected = try slow.crossEntropyGradients(labels: labels, through: pass)
    #expect((loss - expected.value).magnitude < 1e-14)
    #expect(
      workspace.gradient.isClose(to: expected.gradient.parameters, relative: 1e-11, absolute: 1e-14)
    )
  }

  @Test("what does not fit is refused, and changes nothing")
  func badInput() throws {
    var network = try network(.dense(try Dense(2, 3)), .batchNorm(try BatchNorm(3)))
    let before = network
    var workspace = try Workspace(for: network, capacity: 2)
    var optimizer = try Optimizer(.adam(), learningRate: 0.1)
    var chance = SeededGenerator(seed: 0)
    let input = try Tensor.ones([2, 4])
    func train(_ labels: [Int], _ examples: [Int]) -> EngineError? {
      do throws(EngineError) {
        _ = try network.train(
          on: Minibatch(input: input, labels: labels, examples: examples[...]),
          with: &optimizer,
          in: &workspace,
          using: &chance
        )
        return nil
      } catch { return error }
    }
    #expect(train([0, 1, 2, 3], [0, 3]) == .labelOutOfRange(label: 3, example: 3, classCount: 3))
    #expect(train([0, 1], [0, 1]) == .labelCountMismatch(labels: 2, examples: 4))
    #expect(train([0, 1, 2, 0], [4, 0]) == .indexOutOfRange(index: 4, axis: 1, shape: [2, 4]))
    #expect(train([0, 1, 2, 0], [1]) == .batchOfOne(examples: 1, batchSize: 1))
    #expect(train([0, 1, 2, 0], []) == .nothingToDo(operation: "train"))
    #expect(
      train([0, 1, 2, 0], [0, 1, 2])
        == .argumentOutOfRange(
          argument: "examples",
          value: 3,
          allowed: "at most the workspace's capacity, 2"
        )
    )
    #expect(network == before)
    #expect(throws: EngineError.self) { try Workspace(for: network, capacity: 0) }
  }
}
