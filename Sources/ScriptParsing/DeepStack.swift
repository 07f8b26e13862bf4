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
      let job = Job(size: size) { result = step() }
      return join(start(job))
    }
    return isStarted ? result : nil
  }

  /// What a thread gets through its one pointer.
  private final class Job {
    let size: Int
    let step: () -> Void

    init(size: Int, _ step: @escaping () -> Void) {
      self.size = size
      self.step = step
    }

    func run() {
      StackFloor.set(below: size)
      step()
    }
  }

  private func start(_ job: Job) -> pthread_t? {
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return nil }
    defer { pthread_attr_destroy(&attributes) }
    let whole = size + StackFloor.margin
    guard pthread_attr_setstacksize(&attributes, whole) == 0 else { return nil }
    let pointer = Unmanaged.passRetained(job)
    #if canImport(Darwin)
    var thread: pthread_t?
    let status = pthread_create(&thread, &attributes, { Self.work($0) }, pointer.toOpaque())
    #else
    var thread = pthread_t()
    let status = pthread_create(&thread, &attributes, { Self.work($0) }, pointer.toOpaque())
    #endif
    guard status == 0 else {
      pointer.release()
      return nil
    }
    return thread
  }

  private static func work(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let pointer { Unmanaged<Job>.fromOpaque(pointer).takeRetainedValue().run() }
    return nil
  }

  private func join(_ thread: pthread_t?) -> Bool {
    guard let thread else { return false }
    return pthread_join(thread, nil) == 0
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
