import Script
import Testing

/// Values are released without the stack that a call for each of them would take.
@Suite("Long chains of values")
struct ReleaseTests {
  @Test("a chain of closures as long as memory allows is refused, and released")
  func closures() {
    var limits = Limits()
    limits.memory = 128 << 20
    limits.steps = .max
    limits.seconds = 300
    let run = Interpreter(
      """
      var chain = { 0 }
      while true {
        let inner = chain
        chain = { inner() + 1 }
      }
      """,
      limits: limits
    )
    #expect(run.errors == [])
    #expect(run.failure?.id == "memory-limit")
  }
}
