import Parallel
import Testing

@Suite("Values worked out ahead")
struct AheadTests {
  /// Counts how often something was worked out.
  private final class Counter: @unchecked Sendable {
    private(set) var count = 0
    func add() { count += 1 }
  }

  @Test("the value is worked out once, however often it is asked for")
  func once() {
    let counter = Counter()
    let ahead = Ahead {
      counter.add()
      return (0..<1000).reduce(0, +)
    }
    #expect([ahead.value, ahead.value] == [499_500, 499_500])
    #expect(counter.count == 1)
  }

  @Test("whoever lets go of it waits for its thread")
  func letGo() {
    let counter = Counter()
    for _ in 0..<50 { _ = Ahead { counter.add() } }
    #expect(counter.count == 50)
  }

  @Test("several threads may ask")
  func shared() {
    let ahead = Ahead { 7 }
    #expect(parallelMap(Array(0..<100), threads: 8) { $0 * ahead.value }.last == 693)
  }

  @Test("where there is no thread, it is worked out by whoever asks, without what a thread needs")
  func withoutThread() {
    let counter = Counter()
    let ahead = Ahead(stackSize: 1 << 56, prepare: { counter.add() }, { 7 })
    #expect(ahead.value == 7)
    #expect(counter.count == 0)
  }

  @Test("a thread has the stack that it was given", arguments: [1 << 20, 64 << 20])
  func stack(_ size: Int) {
    let depth = size / 4096
    #expect(Ahead(stackSize: size) { descend(depth) }.value == depth)
  }
}

/// Takes a hundred bytes of the stack or more for each step.
private func descend(_ depth: Int) -> Int {
  withUnsafeTemporaryAllocation(byteCount: 64, alignment: 8) { buffer in
    buffer[0] = UInt8(truncatingIfNeeded: depth)
    return depth == 0
      ? 0 : descend(depth - 1) + 1 + Int(buffer[0]) - Int(UInt8(truncatingIfNeeded: depth))
  }
}
