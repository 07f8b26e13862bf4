/// Values that another thread works out one after another, each before it is needed.
///
/// It is safe to share, because a condition guards all that changes.
public final class AheadSequence<Element: Sendable>: @unchecked Sendable {
  private let values: Values
  private let thread: WorkerThread?
  private let body: @Sendable ((Element) -> Void) -> Void

  /// Starts to work values out.
  ///
  /// - Parameters:
  ///   - stackSize: The bytes of the thread's stack; those of a main thread unless said otherwise.
  ///   - prepare: What the thread does first.
  ///   - body: What hands the values over, in their order.
  public init(
    stackSize: Int = 8 << 20,
    prepare: @escaping @Sendable () -> Void = {},
    _ body: @escaping @Sendable ((Element) -> Void) -> Void
  ) {
    self.body = body
    let values = Values()
    self.values = values
    thread = WorkerThread.start(stackSize: stackSize) {
      prepare()
      body { values.add($0) }
      values.end()
    }
  }

  /// Leaves all values to whoever asks for the first one.
  ///
  /// - Parameter body: What hands the values over, in their order.
  public init(onDemand body: @escaping @Sendable ((Element) -> Void) -> Void) {
    self.body = body
    values = Values()
    thread = nil
  }

  deinit { thread?.join() }

  /// Takes the next value; whoever asks waits until it is there.
  ///
  /// Where the system had no thread to give, all are worked out here, by whoever asks first.
  ///
  /// - Returns: The value; nil behind the last one.
  public func next() -> Element? {
    if thread == nil {
      values.fill { body { values.add($0) } }
    }
    return values.take()
  }

  /// What has been handed over and not been taken.
  private final class Values: @unchecked Sendable {
    private let condition = Condition()
    private var waiting: [Element?] = []
    private var taken = 0
    private var isComplete = false

    func add(_ value: Element) {
      condition.signalling { waiting.append(value) }
    }

    func end() {
      condition.signalling { isComplete = true }
    }

    /// Runs what adds the values, where nothing has before.
    func fill(_ body: () -> Void) {
      guard !isComplete else { return }
      body()
      end()
    }

    func take() -> Element? {
      condition.waiting(until: { taken < waiting.count || isComplete }, removeFirst)
    }

    private func removeFirst() -> Element? {
      guard taken < waiting.count else { return nil }
      defer {
        waiting[taken] = nil
        taken += 1
      }
      return waiting[taken]
    }
  }
}
