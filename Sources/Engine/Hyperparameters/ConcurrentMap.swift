#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Returns the results of a function of each item, in the items' order.
///
/// - Parameters:
///   - items: What to work on.
///   - threads: How many work at once, the calling one among them; more than 64 count as 64.
///   - body: The function; it is called once for each item, unless an item has failed.
/// - Returns: One result for each item.
/// - Throws: `EngineError.argumentOutOfRange` when `threads` is below 1, or the error of the first
///   item that fails, whichever thread was first.
func concurrentMap<Item: Sendable, Output: Sendable>(
  _ items: [Item],
  threads: Int,
  _ body: @Sendable (Item) throws(EngineError) -> Output
) throws(EngineError) -> [Output] {
  guard threads >= 1 else {
    throw .argumentOutOfRange(argument: "threads", value: Double(threads), allowed: "1 or more")
  }
  if threads == 1 || items.count < 2 {
    var results: [Output] = []
    results.reserveCapacity(items.count)
    for item in items { results.append(try body(item)) }
    return results
  }
  let results = withoutActuallyEscaping(body) { body in
    let queue = WorkQueue(items, body)
    let helpers = (1..<min(threads, items.count, greatestThreadCount)).compactMap { _ in
      start { queue.work() }
    }
    queue.work()
    for helper in helpers { pthread_join(helper, nil) }
    return queue.results
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
private final class WorkQueue<Item: Sendable, Output: Sendable>: @unchecked Sendable {
  private let items: [Item]
  private let body: @Sendable (Item) throws(EngineError) -> Output
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private var next = 0
  private(set) var results: [Result<Output, EngineError>?]

  init(_ items: [Item], _ body: @escaping @Sendable (Item) throws(EngineError) -> Output) {
    self.items = items
    self.body = body
    results = Array(repeating: nil, count: items.count)
    lock.initialize(to: pthread_mutex_t())
    pthread_mutex_init(lock, nil)
  }

  deinit {
    pthread_mutex_destroy(lock)
    lock.deinitialize(count: 1)
    lock.deallocate()
  }

  /// Takes items until none is left.
  func work() {
    while let index = take() {
      let result = run(items[index])
      locked {
        results[index] = result
        // Items are taken in order, so all before a failed one were: the first error stays first.
        if case .failure = result { next = items.count }
      }
    }
  }

  private func run(_ item: Item) -> Result<Output, EngineError> {
    do throws(EngineError) { return .success(try body(item)) } catch { return .failure(error) }
  }

  private func take() -> Int? {
    locked {
      guard next < items.count else { return nil }
      defer { next += 1 }
      return next
    }
  }

  private func locked<Value>(_ body: () -> Value) -> Value {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return body()
  }
}

/// What a new thread is given to do.
private final class Task: Sendable {
  let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}

/// Starts a thread; `nil` when the system has none left, and the others do its work.
private func start(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
  let task = Unmanaged.passRetained(Task(body))
  #if canImport(Darwin)
  var thread: pthread_t?
  let status = pthread_create(&thread, nil, { run($0) }, task.toOpaque())
  #else
  var thread = pthread_t()
  let status = pthread_create(&thread, nil, { run($0) }, task.toOpaque())
  #endif
  guard status == 0 else {
    task.release()
    return nil
  }
  return thread
}

private func run(_ task: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let task else { return nil }
  Unmanaged<Task>.fromOpaque(task).takeRetainedValue().body()
  return nil
}
