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
///   - threads: How many work at once, the calling one among them; from 1 to 64.
///   - progress: Called after each item with how many are done, one call at a time, on any thread.
///   - body: The function; it is called once for each item, unless an item has failed.
/// - Returns: One result for each item.
/// - Throws: The error of the first item that fails, whichever thread was first.
public func parallelMap<Item: Sendable, Output: Sendable, Failure: Error>(
  _ items: [Item],
  threads: Int,
  progress: @Sendable (Int) -> Void = { _ in },
  _ body: @Sendable (Item) throws(Failure) -> Output
) throws(Failure) -> [Output] {
  let results = withoutActuallyEscaping(body) { body in
    withoutActuallyEscaping(progress) { progress in
      let queue = WorkQueue(items, progress, body)
      let helperCount = min(threads, items.count, greatestThreadCount) - 1
      let helpers = (0..<max(0, helperCount)).compactMap { _ in start { queue.work() } }
      queue.work()
      for helper in helpers { pthread_join(helper, nil) }
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
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
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

/// Threads get the stack that a main thread has: a lesson's calls may nest deep.
private let stackSize = 8 << 20

/// What a new thread is given to do.
private final class Task: Sendable {
  let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}

/// Starts a thread; `nil` when the system has none left, and the others do its work.
private func start(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
  let task = Unmanaged.passRetained(Task(body))
  var attributes = pthread_attr_t()
  pthread_attr_init(&attributes)
  defer { pthread_attr_destroy(&attributes) }
  pthread_attr_setstacksize(&attributes, stackSize)
  #if canImport(Darwin)
  var thread: pthread_t?
  let status = pthread_create(&thread, &attributes, { run($0) }, task.toOpaque())
  #else
  var thread = pthread_t()
  let status = pthread_create(&thread, &attributes, { run($0) }, task.toOpaque())
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
