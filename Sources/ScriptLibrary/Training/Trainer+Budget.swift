import Engine
import Script

extension Trainer {
  /// Trains as the engine does, with every step charged to the budget before it is taken.
  ///
  /// - Parameters:
  ///   - data: The examples to train on.
  ///   - validation: Examples to measure on after each epoch, if any.
  ///   - epochs: How many more epochs.
  ///   - context: The machine whose budget it is.
  ///   - progress: Called after each epoch.
  /// - Returns: Why training ended.
  /// - Throws: What the engine, the budget or `progress` throws.
  mutating func train(
    on data: Dataset,
    validation: Dataset?,
    epochs: Int,
    in context: any HostContext,
    progress: (EpochRecord) throws -> Void
  ) throws -> Ending {
    let network = network
    let failure = ClosureFailure()
    var records = stepCount
    return try failure.revealed {
      try train(on: data, validation: validation, epochs: epochs) {
        (examples) throws(EngineError) in
        try failure.during {
          records += 1
          try context.reserve(bytes: MemoryLayout<StepRecord>.stride * 2 * records)
          try context.charge(steps: network.stepsOfPass(examples) * 3)
        }
      } progress: { record in
        try context.charge(steps: network.stepsOfPass(validation?.count ?? 0) * 2)
        try progress(record)
      }
    }
  }
}

extension Network {
  /// The steps that a pass forward through all layers counts for, at least one.
  fileprivate func stepsOfPass(_ examples: Int) -> Int {
    let (operations, overflow) = (parameterCount + valueCount)
      .multipliedReportingOverflow(by: examples)
    return overflow ? Int.max / 4 : operations / Work.operationsPerStep + 1
  }
}
