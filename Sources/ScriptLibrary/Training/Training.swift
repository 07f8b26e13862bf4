import Engine
import Script

extension Trainer: EngineValue {
  static var scriptType: String { "Trainer" }
  /// The memory of the network, of what the optimizer and early stopping keep, and of the history.
  var byteCount: Int { 6 * network.byteCount + history.byteCount }
}

extension Trainer.Ending: EngineValue {
  static var scriptType: String { "Trainer.Ending" }
}

extension TrainingPlan: EngineValue {
  static var scriptType: String { "TrainingPlan" }
}

extension ExampleOrder: EngineValue {
  static var scriptType: String { "ExampleOrder" }
}

extension DropLast: EngineValue {
  static var scriptType: String { "DropLast" }
}

extension EarlyStopping: EngineValue {
  static var scriptType: String { "EarlyStopping" }
}

extension EarlyStopping.Result: EngineValue {
  static var scriptType: String { "EarlyStopping.Result" }
}

extension TrainingHistory: EngineValue {
  static var scriptType: String { "TrainingHistory" }
  /// The memory of the records.
  var byteCount: Int {
    64 + MemoryLayout<StepRecord>.stride * steps.count
      + MemoryLayout<EpochRecord>.stride * epochs.count
  }
}

extension StepRecord: EngineValue {
  static var scriptType: String { "StepRecord" }
}

extension EpochRecord: EngineValue {
  static var scriptType: String { "EpochRecord" }
}

/// Returns trainers, their plans and their histories.
func publishTraining() -> HostLibrary {
  HostLibrary(
    types: [
      HostType(Trainer.self), HostType(Trainer.Ending.self), HostType(TrainingPlan.self),
      HostType(ExampleOrder.self), HostType(DropLast.self), HostType(EarlyStopping.self),
      HostType(EarlyStopping.Result.self), HostType(TrainingHistory.self),
      HostType(StepRecord.self), HostType(EpochRecord.self),
    ],
    functions: [
      HostFunction(property: "var network: Network", \Trainer.network),
      HostFunction(property: "var optimizer: Optimizer", \Trainer.optimizer),
      HostFunction(property: "var history: TrainingHistory", \Trainer.history),
      HostFunction(property: "var plan: TrainingPlan", \Trainer.plan),
      HostFunction(
        "static func stoppedEarly(bestEpoch: Int) -> Trainer.Ending",
        of: "Trainer.Ending"
      ) { (bestEpoch: Int) in Trainer.Ending.stoppedEarly(bestEpoch: bestEpoch) },
      HostFunction("init(_ network: Network, plan: TrainingPlan)", of: "Trainer") {
        (network: Network, plan: TrainingPlan) in Trainer(network, plan: plan)
      },
      HostFunction(property: "var epochCount: Int", \Trainer.epochCount),
      HostFunction(property: "var stepCount: Int", \Trainer.stepCount),
      HostFunction(
        mutatingCalling: """
          mutating func train(on data: Dataset, validation: Dataset? = nil, epochs: Int) \
          -> Trainer.Ending
          """
      ) { (context, trainer: inout Trainer, data: Dataset, validation: Dataset?, epochs: Int) in
        try trainer.train(on: data, validation: validation, epochs: epochs, in: context) { _ in }
      },
      HostFunction(
        mutatingCalling: """
          mutating func train(on data: Dataset, validation: Dataset? = nil, epochs: Int, \
          progress: (EpochRecord) -> Void) -> Trainer.Ending
          """
      ) {
        (
          context,
          trainer: inout Trainer,
          data: Dataset,
          validation: Dataset?,
          epochs: Int,
          progress: HostClosure
        ) in
        let progress: (EpochRecord) throws -> Nothing = context.function(progress)
        return try trainer.train(on: data, validation: validation, epochs: epochs, in: context) {
          _ = try progress($0)
        }
      },
      HostFunction(property: "var rule: UpdateRule", \TrainingPlan.rule),
      HostFunction(property: "var schedule: LearningRateSchedule", \TrainingPlan.schedule),
      HostFunction(property: "var batchSize: Int", \TrainingPlan.batchSize),
      HostFunction(property: "var order: ExampleOrder", \TrainingPlan.order),
      HostFunction(property: "var dropLast: DropLast", \TrainingPlan.dropLast),
      HostFunction(property: "var l2: Double", \TrainingPlan.l2),
      HostFunction(property: "var loss: LossOptions", \TrainingPlan.loss),
      HostFunction(property: "var earlyStopping: EarlyStopping?", \TrainingPlan.earlyStopping),
      HostFunction(property: "var seed: Int", \TrainingPlan.seed),
      HostFunction(
        "init(_ rule: UpdateRule = .adam(), schedule: LearningRateSchedule, batchSize: Int = 64, order: ExampleOrder = .shuffled, dropLast: DropLast = .never, l2: Double = 0, loss: LossOptions = LossOptions(), earlyStopping: EarlyStopping? = nil, seed: Int = 0)",
        of: "TrainingPlan"
      ) {
        (
          rule: UpdateRule,
          schedule: LearningRateSchedule,
          batchSize: Int,
          order: ExampleOrder,
          dropLast: DropLast,
          l2: Double,
          loss: LossOptions,
          earlyStopping: EarlyStopping?,
          seed: Int
        ) in
        try TrainingPlan(
          rule,
          schedule: schedule,
          batchSize: batchSize,
          order: order,
          dropLast: dropLast,
          l2: l2,
          loss: loss,
          earlyStopping: earlyStopping,
          seed: seed
        )
      },
      HostFunction(
        "init(_ rule: UpdateRule = .adam(), learningRate: Double, batchSize: Int = 64, order: ExampleOrder = .shuffled, dropLast: DropLast = .never, l2: Double = 0, loss: LossOptions = LossOptions(), earlyStopping: EarlyStopping? = nil, seed: Int = 0)",
        of: "TrainingPlan"
      ) {
        (
          rule: UpdateRule,
          learningRate: Double,
          batchSize: Int,
          order: ExampleOrder,
          dropLast: DropLast,
          l2: Double,
          loss: LossOptions,
          earlyStopping: EarlyStopping?,
          seed: Int
        ) in
        try TrainingPlan(
          rule,
          learningRate: learningRate,
          batchSize: batchSize,
          order: order,
          dropLast: dropLast,
          l2: l2,
          loss: loss,
          earlyStopping: earlyStopping,
          seed: seed
        )
      },
      HostFunction(property: "var patience: Int", \EarlyStopping.patience),
      HostFunction(property: "var minimumImprovement: Double", \EarlyStopping.minimumImprovement),
      HostFunction(property: "var result: EarlyStopping.Result", \EarlyStopping.result),
      HostFunction(
        "init(patience: Int, minimumImprovement: Double = 0, result: EarlyStopping.Result = .best)",
        of: "EarlyStopping"
      ) { (patience: Int, minimumImprovement: Double, result: EarlyStopping.Result) in
        try EarlyStopping(
          patience: patience,
          minimumImprovement: minimumImprovement,
          result: result
        )
      },
      HostFunction(property: "var steps: [StepRecord]", \TrainingHistory.steps),
      HostFunction(property: "var epochs: [EpochRecord]", \TrainingHistory.epochs),
      HostFunction(property: "var losses: [Double]", \TrainingHistory.losses),
      HostFunction(property: "var accuracies: [Double]", \TrainingHistory.accuracies),
      HostFunction(property: "var learningRates: [Double]", \TrainingHistory.learningRates),
      HostFunction(property: "var epoch: Int", \StepRecord.epoch),
      HostFunction(property: "var step: Int", \StepRecord.step),
      HostFunction(property: "var loss: Double", \StepRecord.loss),
      HostFunction(property: "var accuracy: Double", \StepRecord.accuracy),
      HostFunction(property: "var learningRate: Double", \StepRecord.learningRate),
      HostFunction(property: "var epoch: Int", \EpochRecord.epoch),
      HostFunction(property: "var loss: Double", \EpochRecord.loss),
      HostFunction(property: "var accuracy: Double", \EpochRecord.accuracy),
      HostFunction(property: "var learningRate: Double", \EpochRecord.learningRate),
      HostFunction(property: "var validationLoss: Double?", \EpochRecord.validationLoss),
      HostFunction(property: "var validationAccuracy: Double?", \EpochRecord.validationAccuracy),
    ] + HostFunction.cases(["complete": Trainer.Ending.complete])
      + HostFunction.cases(["stored": ExampleOrder.stored, "shuffled": ExampleOrder.shuffled])
      + HostFunction.cases(["never": DropLast.never, "ifSmaller": DropLast.ifSmaller])
      + HostFunction.cases(["best": EarlyStopping.Result.best, "last": EarlyStopping.Result.last])
  )
}
