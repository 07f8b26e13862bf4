#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A stack beside the thread's own, for a parser that follows its input by recursion.
struct DeepStack {
  /// Its size in bytes; only what is reached takes memory.
  let size: Int

  /// Runs a step on the stack, and waits for it.
  ///
  /// - Returns: The step's result; nil where the system gives no such stack.
  func run<Result>(_ step: () -> Result) -> Result? {
    var result: Result?
    let isStarted = withoutActuallyEscaping(step) { step in
      let job = Job { result = step() }
      return join(start(job))
    }
    return isStarted ? result : nil
  }

  /// What a thread gets through its one pointer.
  private final class Job {
    let run: () -> Void
    init(_ run: @escaping () -> Void) { self.run = run }
  }

  private func start(_ job: Job) -> pthread_t? {
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return nil }
    defer { pthread_attr_destroy(&attributes) }
    guard pthread_attr_setstacksize(&attributes, size) == 0 else { return nil }
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
