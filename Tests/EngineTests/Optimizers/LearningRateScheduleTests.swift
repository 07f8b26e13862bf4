import Testing

@testable import Engine

@Suite("Learning-rate schedules")
struct LearningRateScheduleTests {
  @Test(
    "the rates of the first epochs are those worked by hand",
    arguments: [
      (.constant, [0.2, 0.2, 0.2, 0.2, 0.2]),
      (.inverseTime(decay: 1), [0.2, 0.1, 0.2 / 3, 0.05, 0.04]),
      (.exponential(base: 0.95), [0.2, 0.19, 0.1805, 0.171475, 0.16290125]),
      (.inverseSquareRoot(), [0.2, 0.2 / 2.0.squareRoot(), 0.2 / 3.0.squareRoot(), 0.1]),
      (.inverseSquareRoot(k: 2, per: .step), [0.4, 0.2, 0.4 / 7.0.squareRoot()]),
      (.staircase(every: 2), [0.2, 0.2, 0.1, 0.1, 0.05]),
      (.staircase(factor: 0.1, every: 3), [0.2, 0.2, 0.2, 0.02, 0.02]),
      (
        .manual([.init(epoch: 1, learningRate: 0.1), .init(epoch: 3, learningRate: 0.3)]),
        [0.2, 0.1, 0.1, 0.3, 0.3]
      ),
    ] as [(LearningRateSchedule.Decay, [Double])]
  )
  func rates(decay: LearningRateSchedule.Decay, expected: [Double]) throws {
    let schedule = try LearningRateSchedule(0.2, decay)
    let rates = expected.indices.map { schedule.learningRate(epoch: $0, step: 3 * $0) }
    #expect(Tensor(rates).isClose(to: Tensor(expected)))
    #expect(schedule.learningRate(epoch: -3, step: -1) == expected[0])
  }

  @Test("schedules only fall, except by hand")
  func falling() throws {
    let decays: [LearningRateSchedule.Decay] = [
      .inverseTime(decay: 0.5), .exponential(base: 0.9), .inverseSquareRoot(),
      .staircase(every: 3),
    ]
    for decay in decays {
      let schedule = try LearningRateSchedule(1, decay)
      for epoch in 0..<50 {
        #expect(schedule.learningRate(epoch: epoch + 1) <= schedule.learningRate(epoch: epoch))
        #expect(schedule.learningRate(epoch: epoch) > 0)
      }
    }
  }

  @Test(
    "constants out of range are refused",
    arguments: [
      .inverseTime(decay: -1), .exponential(base: 0), .inverseSquareRoot(k: .nan),
      .staircase(factor: 0, every: 1), .staircase(every: 0),
      .manual([.init(epoch: 1, learningRate: 0)]),
      .manual([.init(epoch: 1, learningRate: 1), .init(epoch: 1, learningRate: 1)]),
    ] as [LearningRateSchedule.Decay]
  )
  func badConstants(decay: LearningRateSchedule.Decay) {
    #expect(throws: EngineError.self) { try LearningRateSchedule(0.1, decay) }
  }

  @Test("an initial rate that is not above 0 is refused")
  func badRate() {
    #expect(throws: EngineError.self) { try LearningRateSchedule(0) }
  }
}
