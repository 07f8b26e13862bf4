public import Parallel

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A stack beside the thread's own, for a parser that follows its input by recursion.
///
/// One that runs inside another's step uses what that has left, where it is enough: many parses in
/// a row then need one thread.
public struct DeepStack: Sendable {
  /// Its size in bytes; only what is reached takes memory.
  private let size: Int

  /// Creates a stack.
  ///
  /// - Parameter size: What its steps may use, in bytes.
  public init(size: Int) {
    self.size = size
  }

  /// Runs a step on the stack, and waits for it.
  ///
  /// - Returns: The step's result; nil where the system gives no such stack.
  public func run<Result>(_ step: () -> Result) -> Result? {
    if StackFloor.distance >= size { return step() }
    var result: Result?
    let isStarted = withoutActuallyEscaping(step) { step in
      let job = Job { result = step() }
      let thread = WorkerThread.start(stackSize: stackSize) { [prepare] in
        prepare()
        job.step()
      }
      thread?.join()
      return thread != nil
    }
    return isStarted ? result : nil
  }

  /// Works values out one after another.
  ///
  /// - Parameters:
  ///   - ahead: Whether that begins at once, on the stack of a thread of its own. Otherwise, and where
  ///     the system gives no such stack, the step runs on that of whoever asks for the first value.
  ///   - step: What hands the values over, in their order.
  /// - Returns: The values, to be taken one by one.
  public func sequence<Element>(
    ahead: Bool,
    _ step: @escaping @Sendable ((Element) -> Void) -> Void
  ) -> AheadSequence<Element> {
    guard ahead else { return AheadSequence(onDemand: step) }
    return AheadSequence(stackSize: stackSize, prepare: prepare, step)
  }

  /// Returns the results of a function of each item, in the items' order; every thread has the stack.
  ///
  /// - Parameters:
  ///   - items: What to work on.
  ///   - threads: How many work at once.
  ///   - progress: Called after each item with how many are done, one call at a time, on any thread.
  ///   - body: The function.
  /// - Returns: One result for each item.
  public func parallelMap<Item: Sendable, Output: Sendable>(
    _ items: [Item],
    threads: Int,
    progress: @Sendable (Int) -> Void,
    _ body: @Sendable (Item) -> Output
  ) -> [Output] {
    func map() -> [Output] {
      Parallel.parallelMap(
        items,
        threads: threads,
        stackSize: stackSize,
        prepare: prepare,
        progress: progress,
        body
      )
    }
    return run(map) ?? map()
  }

  /// The stack of a thread that has this one, in bytes.
  private var stackSize: Int { size + StackFloor.margin }

  /// What such a thread does first.
  private var prepare: @Sendable () -> Void {
    { [size] in StackFloor.set(below: size) }
  }

  /// A step on its way to the thread that runs it, while its own thread waits.
  private struct Job: @unchecked Sendable {
    let step: () -> Void

    init(_ step: @escaping () -> Void) { self.step = step }
  }
}

/// How far down the deep stack of this thread goes.
private enum StackFloor {
  /// What a thread's own beginnings and a step's last calls may take, in bytes.
  static let margin = 1 << 20

  private static let key: pthread_key_t? = {
    var key = pthread_key_t()
    return pthread_key_create(&key, nil) == 0 ? key : nil
  }()

  /// The bytes that are left; 0 on a thread that has no deep stack.
  static var distance: Int {
    guard let key, let floor = pthread_getspecific(key) else { return 0 }
    return max(0, here - Int(bitPattern: floor))
  }

  /// Declares that this thread has a deep stack, which goes on for some bytes from here.
  static func set(below size: Int) {
    guard let key else { return }
    pthread_setspecific(key, UnsafeRawPointer(bitPattern: here - size))
  }

  /// An address in the frame of the caller.
  private static var here: Int {
    var mark: UInt8 = 0
    return withUnsafeMutablePointer(to: &mark) { Int(bitPattern: $0) }
  }
}
