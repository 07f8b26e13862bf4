import Testing

@testable import Engine

@Suite("Panda: one model, watched")
struct PandaTests {
  /// A step down J(w) = (w - 5)², which diverges at rates above 1.
  static func step(_ w: inout Double, _ rate: Double) -> Double {
    for _ in 0..<3 { w -= rate * 2 * (w - 5) }
    return (w - 5) * (w - 5)
  }

  @Test("a rate that helps grows, and one that hurts is undone")
  func nudges() throws {
    let result = try panda(0.0, learningRate: 0.01, rounds: 40, train: Self.step)
    #expect(result.loss < 1e-12)
    #expect(result.rounds[0].learningRate == 0.01)
    #expect(result.rounds[1].learningRate == 0.015)
    #expect(result.rounds.contains { $0.outcome == .undone })
    for (bad, next) in zip(result.rounds, result.rounds.dropFirst()) where bad.outcome == .undone {
      #expect(next.outcome == .kept)
      #expect(next.learningRate < bad.learningRate || next.learningRate > bad.learningRate)
    }
    let kept = result.rounds.filter { $0.outcome == .kept }
    #expect(kept.count == 40)
    #expect(kept.last?.loss == result.loss)
  }

  @Test("an undone round leaves no trace in the model")
  func checkpoint() throws {
    // Every second call, the nudged one, is harmful.
    var calls = 0
    let result = try panda(0.0, learningRate: 0.1, rounds: 3) { model, rate in
      calls += 1
      if rate != 0.1 {
        model += 1000
        return .nan
      }
      model += 1
      return -model
    }
    #expect(result.model == 3)
    #expect(calls == 5)
    #expect(result.rounds.map(\.outcome) == [.kept, .undone, .kept, .undone, .kept])
    // The second nudge went the other way.
    #expect(result.rounds[1].learningRate > 0.1 && result.rounds[3].learningRate < 0.1)
    #expect(result.learningRate == 0.1)
  }

  @Test("a loss that is no number at a rate that went well ends the training, named")
  func divergence() {
    #expect(throws: EngineError.lossDiverged(loss: .infinity, round: 1, learningRate: 2)) {
      try panda(0.0, learningRate: 2, rounds: 2) { _, _ in .infinity }
    }
  }

  @Test("arguments out of range are refused")
  func badArguments() {
    #expect(throws: EngineError.self) {
      try panda(0.0, learningRate: 0, rounds: 1, train: Self.step)
    }
    #expect(throws: EngineError.self) {
      try panda(0.0, learningRate: 1, rounds: 0, train: Self.step)
    }
    #expect(throws: EngineError.self) {
      try panda(0.0, learningRate: 1, rounds: 1, nudge: 1, train: Self.step)
    }
  }
}
