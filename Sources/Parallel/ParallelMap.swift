/// Returns the results of a function of each item, in the items' order.
///
/// - Parameters:
///   - items: What to work on.
///   - threads: How many work at once, the calling one among them; from 1 to 64.
///   - stackSize: The bytes of the other threads' stacks; those of a main thread unless said
///     otherwise.
///   - prepare: What each other thread does first.
///   - progress: Called after each item with how many are done, one call at a time, on any thread.
///   - body: The function; it is called once for each item, unless an item has failed.
/// - Returns: One result for each item.
/// - Throws: The error of the first item that fails, whichever thread was first.
public func parallelMap<Item: Sendable, Output: Sendable, Failure: Error>(
  _ items: [Item],
  threads: Int,
  stackSize: Int = 8 << 20,
  prepare: @escaping @Sendable () -> Void = {},
  progress: @Sendable (Int) -> Void = { _ in },
  _ body: @Sendable (Item) throws(Failure) -> Output
) throws(Failure) -> [Output] {
  let results = withoutActuallyEscaping(body) { body in
    withoutActuallyEscaping(progress) { progress in
      let queue = WorkQueue(items, progress, body)
      let helperCount = min(threads, items.count, greatestThreadCount) - 1
      let helpers = (0..<max(0, helperCount)).compactMap { _ in
        WorkerThread.start(stackSize: stackSize) {
          prepare()
          queue.work()
        }
      }
      queue.work()
      for helper in helpers { helper.join() }
      return queue.results
    }
  }
  var outputs: [Output] = []
  for result in results {
    switch result {
    case .success(let output): outputs.append(output)
    case .failure(let error): throw error
    case nil: continue
    }
  }
  return outputs
}

/// More threads than this are of no use, and cost memory.
private let greatestThreadCount = 64

/// Items that threads take one by one, in order, and the results that they bring.
///
/// It is safe to share, because a lock guards all that changes.
private final class WorkQueue<Item: Sendable, Output: Sendable, Failure: Error>: @unchecked Sendable
{
  private let items: [Item]
  private let progress: @Sendable (Int) -> Void
  private let body: @Sendable (Item) throws(Failure) -> Output
  private let lock = Lock()
  private var next = 0
  private var doneCount = 0
  private(set) var results: [Result<Output, Failure>?]

  init(
    _ items: [Item],
    _ progress: @escaping @Sendable (Int) -> Void,
    _ body: @escaping @Sendable (Item) throws(Failure) -> Output
  ) {
    self.items = items
    self.progress = progress
    self.body = body
    results = Array(repeating: nil, count: items.count)
  }

  /// Takes items until none is left.
  func work() {
    while let index = take() {
      let result = run(items[index])
      lock.locked {
        results[index] = result
        doneCount += 1
        progress(doneCount)
        // Items are taken in order, so all before a failed one were: the first error stays first.
        if case .failure = result { next = items.count }
      }
    }
  }

  private func run(_ item: Item) -> Result<Output, Failure> {
    do throws(Failure) { return .success(try body(item)) } catch { return .failure(error) }
  }

  private func take() -> Int? {
    lock.locked {
      guard next < items.count else { return nil }
      defer { next += 1 }
      return next
    }
  }
}
