import Parallel
import Testing

@Suite("Work on several threads")
struct ParallelMapTests {
  private struct Failure: Error, Equatable { var item: Int }

  @Test("results are in the order of the items", arguments: [1, 2, 8, 1000])
  func order(_ threads: Int) {
    let items = Array(0..<500)
    #expect(parallelMap(items, threads: threads) { $0 * $0 } == items.map { $0 * $0 })
  }

  @Test("nothing gives nothing")
  func empty() { #expect(parallelMap([Int](), threads: 4) { $0 } == []) }

  @Test("the first item that fails gives the error, whichever thread was first")
  func failure() {
    #expect(throws: Failure(item: 7)) {
      try parallelMap(Array(0..<100), threads: 4) { (item: Int) throws(Failure) -> Int in
        if item >= 7 { throw Failure(item: item) }
        return item
      }
    }
  }

  @Test("progress counts every item once")
  func progress() {
    let counter = Counter()
    _ = parallelMap(Array(0..<50), threads: 4, progress: { counter.add($0) }, { $0 })
    #expect(counter.counts == Array(1...50))
  }

  /// What was counted; calls of progress come one at a time.
  private final class Counter: @unchecked Sendable {
    private(set) var counts: [Int] = []
    func add(_ count: Int) { counts.append(count) }
  }
}
