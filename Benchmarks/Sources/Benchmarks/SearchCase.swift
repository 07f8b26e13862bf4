import Engine
import Foundation

private let trials = 1000

/// 1000 trials of a trivial objective on the peers' space; all trials are kept.
func searchCase() throws -> Case {
  let space = try SearchSpace {
    Hyperparameter.real("alpha", from: 1e-4, to: 1, scale: .logarithmic)
    Hyperparameter.real("beta", from: 0.9, to: 0.999, scale: .oneMinusLogarithmic)
    Hyperparameter.integer("layers", from: 2, to: 4)
    Hyperparameter.integer("hidden", from: 50, to: 100)
  }
  var seed = 0
  let search = {
    seed += 1
    return try randomSearch(space, trials: trials, seed: seed) { (c) throws(EngineError) in
      objective(
        alpha: try c.real("alpha"),
        beta: try c.real("beta"),
        layers: try c.integer("layers"),
        hidden: try c.integer("hidden")
      )
    }
  }
  return Case(
    name: "random_search_1000",
    unit: .trialsPerSecond,
    trials: trials,
    run: { _ = try search().best },
    check: {
      try check(try search())
      return [:]
    }
  )
}

/// Least near alpha 1e-2, beta 0.99, layers 3, hidden 75.
private func objective(alpha: Double, beta: Double, layers: Int, hidden: Int) -> Double {
  let a = log10(alpha) + 2
  let b = log10(1 - beta) + 2
  let l = Double(layers - 3)
  let h = Double(hidden - 75) / 25
  return a * a + b * b + l * l + h * h
}

private func check(_ results: SearchResults) throws {
  try require(results.trials.count == trials, "\(results.trials.count) trials")
  let values = results.trials.map(\.value)
  try require(results.best.value == values.min(), "the best is not the least")
  let configurations = results.trials.map(\.configuration)
  let alphas = try configurations.map { try $0.real("alpha") }
  let betas = try configurations.map { try $0.real("beta") }
  try require(alphas.allSatisfy { (1e-4...1).contains($0) }, "an alpha is out of range")
  try require(betas.allSatisfy { (0.9...0.999).contains($0) }, "a beta is out of range")
  try require(Set(try configurations.map { try $0.integer("layers") }) == [2, 3, 4], "layers")
  let hidden = try configurations.map { try $0.integer("hidden") }
  try require(hidden.allSatisfy { (50...100).contains($0) }, "a hidden is out of range")
  try requireLogUniform(alphas.map { (log10($0) + 4) / 4 })
  try requireLogUniform(betas.map { (log10(1 - $0) + 3) / 2 })
}

/// - Throws: `WrongResult` unless each quarter holds about a quarter of the fractions.
private func requireLogUniform(_ fractions: [Double]) throws {
  for quarter in 0..<4 {
    let count = fractions.count { Int(min($0, 0.999) * 4) == quarter }
    try require(abs(count - trials / 4) < 75, "\(count) trials in quarter \(quarter)")
  }
}
