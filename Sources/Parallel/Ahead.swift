/// A value that another thread works out before it is needed.
public final class Ahead<Value: Sendable>: Sendable {
  private let result = Box()
  private let thread: WorkerThread?
  private let body: @Sendable () -> Value

  /// Starts to work a value out.
  ///
  /// - Parameters:
  ///   - stackSize: The bytes of the thread's stack; those of a main thread unless said otherwise.
  ///   - prepare: What the thread does first.
  ///   - body: What gives the value.
  public init(
    stackSize: Int = 8 << 20,
    prepare: @escaping @Sendable () -> Void = {},
    _ body: @escaping @Sendable () -> Value
  ) {
    self.body = body
    thread = WorkerThread.start(stackSize: stackSize) { [result] in
      prepare()
      result.value = body()
    }
  }

  deinit { thread?.join() }

  /// The value; whoever asks waits until it is there.
  ///
  /// Where the system had no thread to give, it is worked out here.
  public var value: Value {
    thread?.join()
    return result.value ?? body()
  }

  /// What the thread leaves behind: written before it ends, and read after it has.
  private final class Box: @unchecked Sendable {
    var value: Value?
  }
}
