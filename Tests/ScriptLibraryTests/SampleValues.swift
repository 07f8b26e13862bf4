import Engine

@testable import Script
@testable import ScriptLibrary

/// A value of each type that signatures name, small and of shapes that fit one another.
enum SampleValues {
  /// Returns a value of a type, or nil where the table has none.
  static func value(of type: Script.`Type`) -> Value? {
    switch type {
    case .inout(let type): value(of: type)
    case .parameter: .double(1)
    case .function: .function(HostClosure(reference: Closure()))
    case .nominal(.optional, let wrapped): value(of: wrapped[0]).map { .optional($0) }
    case .nominal(.array, let elements) where table[type.description] == nil:
      value(of: elements[0]).map { .array([$0]) }
    case .nominal(.host(let name), _): table[name] ?? made(name)
    case .nominal, .tuple, .variable, .element, .invalid: table[type.description]
    }
  }

  private final class Closure {}

  private static let table: [String: Value] = [
    "Int": .int(1), "Double": .double(0.5), "Float": .float(0.5), "Bool": .bool(true),
    "String": .string("alpha"), "[Int]": .ints([1]), "[Double]": .doubles([0.5]),
    "Range<Int>": .tuple([.int(0), .int(1)]), "ClosedRange<Int>": .tuple([.int(0), .int(1)]),
    "Range<Double>": .tuple([.double(0), .double(1)]),
    "ClosedRange<Double>": .tuple([.double(0), .double(1)]),
    "Tensor": Tensor([0.5, 0.5]).scriptValue,
    "FloatVariable": FloatVariable(1).scriptValue, "SeededGenerator": generator.scriptValue,
    "Dataset": data.scriptValue,
  ]

  private static let generator = SeededGenerator(seed: 1)
  private static let data = Dataset.digits()

  /// Makes what needs the engine's throwing initializers.
  private static func made(_ name: String) -> Value? {
    try? maker[name]?()
  }

  private static let maker: [String: @Sendable () throws -> Value] = [
    "Variable": {
      var inner: Value?
      _ = try gradient(at: Tensor([0.5, 0.5])) { x in
        inner = x.scriptValue
        return x.sum()
      }
      return inner ?? .void
    },
    "ValueWithGradient": { FoundGradient(try valueWithGradient(at: 1.0) { $0 }).scriptValue },
    "Layer": { Layer.softmax.scriptValue },
    "Dense": { try dense().scriptValue },
    "Dense.BiasUse": { Dense.BiasUse.always.scriptValue },
    "DenseGradients": { try dense().backward(input(), input: input()).scriptValue },
    "Initialization": { Initialization.he.scriptValue },
    "Dropout": { try Dropout(keepProbability: 0.5).scriptValue },
    "Activation": { Activation.relu.scriptValue },
    "ReLU": { ReLU().scriptValue },
    "Sigmoid": { Sigmoid().scriptValue },
    "Tanh": { Tanh().scriptValue },
    "Softplus": { Softplus().scriptValue },
    "ELU": { ELU().scriptValue },
    "GELU": { GELU().scriptValue },
    "LeakyReLU": { LeakyReLU().scriptValue },
    "Softmax": { Softmax().scriptValue },
    "BatchNorm": { try BatchNorm(featureCount: 2).scriptValue },
    "BatchNormGradients": {
      var norm = try BatchNorm(featureCount: 2)
      _ = try norm.forward(input(), phase: .training)
      return try norm.backward(input()).scriptValue
    },
    "RunningAverage": { RunningAverage.cumulative.scriptValue },
    "Phase": { Phase.inference.scriptValue },
    "Variance": { Variance.sample.scriptValue },
    "Network": { try network().scriptValue },
    "ForwardPass": { try pass().scriptValue },
    "NetworkGradients": {
      try network().backward(input(), through: pass()).scriptValue
    },
    "LossOptions": { LossOptions().scriptValue },
    "LossReduction": { LossReduction.mean.scriptValue },
    "UpdateRule": { UpdateRule.adam().scriptValue },
    "MomentumForm": { MomentumForm.lecture.scriptValue },
    "BiasCorrection": { BiasCorrection.applied.scriptValue },
    "Optimizer": { try Optimizer(.adam(), learningRate: 0.1).scriptValue },
    "OptimizerState": { try OptimizerState(stepCount: 1).scriptValue },
    "LearningRateSchedule": { try LearningRateSchedule(0.1).scriptValue },
    "LearningRateSchedule.Decay": { LearningRateSchedule.Decay.constant.scriptValue },
    "LearningRateSchedule.Clock": { LearningRateSchedule.Clock.step.scriptValue },
    "LearningRateSchedule.Change": {
      LearningRateSchedule.Change(epoch: 1, learningRate: 0.1).scriptValue
    },
    "Trainer": { Trainer(try network(), plan: try plan()).scriptValue },
    "Trainer.Ending": { Trainer.Ending.complete.scriptValue },
    "TrainingPlan": { try plan().scriptValue },
    "ExampleOrder": { ExampleOrder.stored.scriptValue },
    "DropLast": { DropLast.never.scriptValue },
    "EarlyStopping": { try EarlyStopping(patience: 1).scriptValue },
    "EarlyStopping.Result": { EarlyStopping.Result.best.scriptValue },
    "TrainingHistory": { try trained().history.scriptValue },
    "StepRecord": { try trained().history.steps[0].scriptValue },
    "EpochRecord": { try trained().history.epochs[0].scriptValue },
    "DatasetSplit": { try data.split(0.5, seed: 1).scriptValue },
    "CatCoat": { CatCoat.black.scriptValue },
    "InputNormalization": { try InputNormalization(of: input()).scriptValue },
    "SeededGenerator.Purpose": { SeededGenerator.Purpose.data.scriptValue },
    "Hyperparameter": { alpha.scriptValue },
    "Hyperparameter.Domain": { alpha.domain.scriptValue },
    "Hyperparameter.Condition": {
      Hyperparameter.Condition.choice(parameter: "alpha", is: "a").scriptValue
    },
    "SearchScale": { SearchScale.linear.scriptValue },
    "SearchSpace": { try space().scriptValue },
    "Configuration": { try configuration().scriptValue },
    "Goal": { Goal.minimize.scriptValue },
    "Trial": { try results().best.scriptValue },
    "SearchResults": { try results().scriptValue },
    "PandaRound": { try panda().rounds[0].scriptValue },
    "PandaRound.Outcome": { PandaRound.Outcome.kept.scriptValue },
    "PandaResult": { try panda().scriptValue },
    "CaviarTrial": {
      try caviar([configuration()], start: { _ in Value.int(1) }, train: { _, _, _ in 1 })[0]
        .scriptValue
    },
    "Halving": { Halving.none.scriptValue },
    "Reduction": { Reduction.sum.scriptValue },
    "TieBreak": { TieBreak.first.scriptValue },
    "RankOrder": { RankOrder.greatest.scriptValue },
    "RankedElements": { try Tensor([1, 2]).top(1).scriptValue },
    "StepRounding": { StepRounding.twice.scriptValue },
  ]

  private static let alpha = Hyperparameter.real("alpha", from: 0, to: 1)

  private static func input() throws -> Tensor { try Tensor([[0.5, 1], [0.25, 2]]) }
  private static func dense() throws -> Dense { try Dense(weights: input()) }
  private static func network() throws -> Network { try Network(layers: [.dense(dense())]) }
  private static func plan() throws -> TrainingPlan { try TrainingPlan(learningRate: 0.1) }
  private static func space() throws -> SearchSpace { try SearchSpace([alpha]) }

  private static func pass() throws -> ForwardPass {
    var network = try network()
    var generator = generator
    return try network.forward(input(), phase: .training, using: &generator)
  }

  private static func trained() throws -> Trainer {
    var trainer = Trainer(try network(), plan: try plan())
    let data = try Dataset(examples: input(), labels: [0, 1], classCount: 2)
    try trainer.train(on: data, epochs: 1)
    return trainer
  }

  private static func configuration() throws -> Configuration {
    try space().randomConfigurations(1, seed: 1)[0]
  }

  private static func results() throws -> SearchResults {
    try randomSearch(space(), trials: 1, seed: 1) { _ in 1 }
  }

  private static func panda() throws -> PandaResult<Value> {
    try Engine::panda(Value.int(1), learningRate: 0.1, rounds: 1) { _, _ in 1 }
  }
}
