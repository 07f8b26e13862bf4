import Parallel
import Testing

@Suite("Values worked out ahead, one after another")
struct AheadSequenceTests {
  @Test("all come, in their order, and then nothing")
  func order() {
    let values = AheadSequence<Int> { hand in for value in 0..<1000 { hand(value) } }
    #expect((0..<1000).map { _ in values.next() } == Array(0..<1000))
    #expect(values.next() == nil)
    #expect(values.next() == nil)
  }

  @Test("one can be taken before the next is there")
  func streaming() {
    let turns = AheadSequence<Int> { hand in for value in 0..<3 { hand(value) } }
    let values = AheadSequence<Int> { hand in
      while let turn = turns.next() { hand(turn * turn) }
    }
    #expect([values.next(), values.next(), values.next(), values.next()] == [0, 1, 4, nil])
  }

  @Test("whoever lets go of it waits for its thread, and needs to take nothing")
  func letGo() {
    let last = Ahead { 7 }
    for _ in 0..<50 { _ = AheadSequence<Int> { hand in hand(last.value) } }
    #expect(last.value == 7)
  }

  @Test("where there is no thread, they are worked out by whoever asks")
  func withoutThread() {
    let values = AheadSequence<Int>(stackSize: 1 << 56) { hand in for value in 0..<3 { hand(value) }
    }
    #expect([values.next(), values.next(), values.next(), values.next()] == [0, 1, 2, nil])
  }
}
