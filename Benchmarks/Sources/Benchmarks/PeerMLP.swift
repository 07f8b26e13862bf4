import Engine
import Foundation

/// The MLP of the peers' `mlp.py`, from the same numbers: 64 features, batch norm and a rectifier on
/// the hidden units, 10 classes, Adam, minibatches of 64 in the stored order.
struct PeerMLP {
  static let (features, examples, classes, batchSize) = (64, 1437, 10, 64)

  /// The examples, `[features, examples]`; example `j` is of class `j % 10`.
  let input: Tensor
  let labels: [Int]

  var learningRate = 0.001
  var beta1 = 0.9
  var hidden = 50

  init() throws {
    var numbers = ParkMiller(state: 2019)
    let centres = numbers.normals(PeerMLP.features * PeerMLP.classes)
    let noise = numbers.normals(PeerMLP.features * PeerMLP.examples)
    labels = (0..<PeerMLP.examples).map { $0 % PeerMLP.classes }
    let elements = noise.enumerated().map { place, noise in
      let (row, column) = place.quotientAndRemainder(dividingBy: PeerMLP.examples)
      return 0.25 * centres[row * PeerMLP.classes + column % PeerMLP.classes] + noise
    }
    input = try Tensor(shape: [PeerMLP.features, PeerMLP.examples], elements: elements)
  }

  /// The network with its first weights.
  func network() throws(EngineError) -> Network {
    var numbers = ParkMiller(state: 2020)
    let first = numbers.normals(hidden * PeerMLP.features).map {
      $0 * (2 / Double(PeerMLP.features)).squareRoot()
    }
    let second = numbers.normals(PeerMLP.classes * hidden).map {
      $0 * (2 / Double(hidden)).squareRoot()
    }
    let layers: [Layer] = [
      .dense(try Dense(weights: Tensor(shape: [hidden, PeerMLP.features], elements: first))),
      // The variance that is kept is the sample's, as torch has it.
      .batchNorm(try BatchNorm(featureCount: hidden, variance: .sample)),
      .activation(.relu),
      .dense(
        try Dense(
          weights: Tensor(shape: [PeerMLP.classes, hidden], elements: second),
          bias: Tensor.zeros([PeerMLP.classes])
        )
      ),
    ]
    return try Network(layers: layers)
  }

  /// A training that is under way.
  struct Training: Sendable {
    var network: Network
    var optimizer: Optimizer
    var workspace: Workspace
    var chance = SeededGenerator(seed: 0)

    /// Trains for an epoch, and returns its mean loss.
    mutating func epoch(_ model: PeerMLP, _ order: [Int]) throws(EngineError) -> Double {
      var total = 0.0
      for start in stride(from: 0, to: order.count, by: batchSize) {
        let examples = order[start..<min(start + batchSize, order.count)]
        let loss = try network.train(
          on: Minibatch(input: model.input, labels: model.labels, examples: examples),
          with: &optimizer,
          in: &workspace,
          using: &chance
        )
        total += loss * Double(examples.count)
      }
      return total / Double(order.count)
    }
  }

  /// The training at its start.
  func training(_ network: Network) throws(EngineError) -> Training {
    Training(
      network: network,
      optimizer: try Optimizer(.adam(beta1: beta1), learningRate: learningRate),
      workspace: try Workspace(for: network, capacity: PeerMLP.batchSize)
    )
  }
}

/// The peers' numbers: Park and Miller's generator, and normal numbers by Box and Muller's transform.
struct ParkMiller {
  var state: Int

  mutating func uniform() -> Double {
    state = state * 48271 % 2_147_483_647
    return Double(state) / 2_147_483_647
  }

  mutating func normals(_ count: Int) -> [Double] {
    (0..<count).map { _ in
      let (u1, u2) = (uniform(), uniform())
      return (-2 * log(u1)).squareRoot() * cos(2 * .pi * u2)
    }
  }
}
