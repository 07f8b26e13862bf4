import Engine
import Script

extension LearningRateSchedule: EngineValue {
  static var scriptType: String { "LearningRateSchedule" }
}

extension LearningRateSchedule.Decay: EngineValue {
  static var scriptType: String { "LearningRateSchedule.Decay" }
}

extension LearningRateSchedule.Clock: EngineValue {
  static var scriptType: String { "LearningRateSchedule.Clock" }
}

extension LearningRateSchedule.Change: EngineValue {
  static var scriptType: String { "LearningRateSchedule.Change" }
}

/// Returns learning-rate schedules.
func publishSchedules() -> HostLibrary {
  HostLibrary(
    types: [
      HostType(LearningRateSchedule.self), HostType(LearningRateSchedule.Decay.self),
      HostType(LearningRateSchedule.Clock.self), HostType(LearningRateSchedule.Change.self),
    ],
    functions: [
      HostFunction(property: "var initial: Double", \LearningRateSchedule.initial),
      HostFunction(property: "var decay: LearningRateSchedule.Decay", \LearningRateSchedule.decay),
      HostFunction(
        "static func inverseTime(decay: Double) -> LearningRateSchedule.Decay",
        of: "LearningRateSchedule.Decay"
      ) { (decay: Double) in LearningRateSchedule.Decay.inverseTime(decay: decay) },
      HostFunction(
        "static func exponential(base: Double) -> LearningRateSchedule.Decay",
        of: "LearningRateSchedule.Decay"
      ) { (base: Double) in LearningRateSchedule.Decay.exponential(base: base) },
      HostFunction(
        "static func inverseSquareRoot(k: Double = 1, per: LearningRateSchedule.Clock = .epoch) -> LearningRateSchedule.Decay",
        of: "LearningRateSchedule.Decay"
      ) { (k: Double, per: LearningRateSchedule.Clock) in
        LearningRateSchedule.Decay.inverseSquareRoot(k: k, per: per)
      },
      HostFunction(
        "static func staircase(factor: Double = 0.5, every: Int) -> LearningRateSchedule.Decay",
        of: "LearningRateSchedule.Decay"
      ) { (factor: Double, every: Int) in
        LearningRateSchedule.Decay.staircase(factor: factor, every: every)
      },
      HostFunction(
        "static func manual(_ value: [LearningRateSchedule.Change]) -> LearningRateSchedule.Decay",
        of: "LearningRateSchedule.Decay"
      ) { (value: [LearningRateSchedule.Change]) in LearningRateSchedule.Decay.manual(value) },
      HostFunction(property: "var epoch: Int", \LearningRateSchedule.Change.epoch),
      HostFunction(property: "var learningRate: Double", \LearningRateSchedule.Change.learningRate),
      HostFunction("init(epoch: Int, learningRate: Double)", of: "LearningRateSchedule.Change") {
        (epoch: Int, learningRate: Double) in
        LearningRateSchedule.Change(epoch: epoch, learningRate: learningRate)
      },
      HostFunction(
        "init(_ initial: Double, _ decay: LearningRateSchedule.Decay = .constant)",
        of: "LearningRateSchedule"
      ) { (initial: Double, decay: LearningRateSchedule.Decay) in
        try LearningRateSchedule(initial, decay)
      },
      HostFunction(
        method: "func learningRate(epoch: Int, step: Int = 0) -> Double",
        LearningRateSchedule.learningRate(epoch:step:)
      ),
    ] + HostFunction.cases(["constant": LearningRateSchedule.Decay.constant])
      + HostFunction.cases([
        "epoch": LearningRateSchedule.Clock.epoch, "step": LearningRateSchedule.Clock.step,
      ])
  )
}
