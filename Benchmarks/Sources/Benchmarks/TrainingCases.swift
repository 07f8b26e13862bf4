import CAllocationCount
import Engine
import Foundation

/// Ten epochs of the MLP.
func mlpCase() throws -> Case {
  let model = try PeerMLP()
  let network = try model.network()
  let order = Array(0..<PeerMLP.examples)
  let train = {
    var training = try model.training(network)
    var loss = Double.nan
    for _ in 0..<10 { loss = try training.epoch(model, order) }
    return loss
  }
  return Case(
    name: "mlp_10epochs",
    unit: .seconds,
    run: { _ = try train() },
    check: {
      let loss = try train()
      try require(abs(loss - 1.290206307764) < 1e-9, "the loss is \(loss)")
      var training = try model.training(network)
      _ = try training.epoch(model, order)
      let before = allocation_count()
      _ = try training.epoch(model, order)
      let allocations = allocation_count() - before
      try require(allocations <= 0, "an epoch asks for memory \(allocations) times")
      return ["loss": loss, "allocations": Double(allocations)]
    }
  )
}

private let (configurations, epochs) = (16, 5)

/// Sixteen configurations of the MLP for five epochs each, by one thread and by two.
func caviarCases(expected: [Double]?) throws -> [Case] {
  let model = try PeerMLP()
  let order = Array(0..<PeerMLP.examples)
  var numbers = ParkMiller(state: 7)
  let models = (0..<configurations).map { _ in
    var configured = model
    configured.learningRate = pow(10, -4 * numbers.uniform())
    configured.beta1 = 1 - pow(10, -3 + 2 * numbers.uniform())
    configured.hidden = 50 + Int(51 * numbers.uniform())
    return configured
  }
  let space = try SearchSpace { Hyperparameter.integer("model", from: 0, to: configurations - 1) }
  let grid = try space.gridConfigurations(points: configurations)
  @Sendable func losses(threads: Int) throws -> [Double] {
    let trained = try caviar(grid, rounds: epochs, threads: threads) {
      (configuration) throws(EngineError) in
      let model = models[try configuration.integer("model")]
      return try model.training(model.network())
    } train: { (training, configuration, _) throws(EngineError) in
      try training.epoch(models[try configuration.integer("model")], order)
    }
    return trained.map { $0.values[epochs - 1] }
  }
  return [1, 2].map { threads in
    Case(
      name: threads == 1 ? "caviar_16x5_one_thread" : "caviar_16x5",
      unit: .seconds,
      threads: threads,
      run: { _ = try losses(threads: threads) },
      check: {
        let found = try losses(threads: threads)
        try require(found == (try losses(threads: 3 - threads)), "one and two threads differ")
        return ["first_loss": found[0]]
      }
    )
  }
}
