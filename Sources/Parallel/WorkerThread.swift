import CParallel

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A thread of the system that does one piece of work.
///
/// It is safe to share, because a lock guards whether it has been waited for.
public final class WorkerThread: @unchecked Sendable {
  private var thread: pthread_t?
  private let lock = Lock()

  private init(_ thread: pthread_t) { self.thread = thread }

  deinit {
    if let thread { pthread_detach(thread) }
  }

  /// Starts a thread, on another processor than this thread's where there is one.
  ///
  /// - Parameters:
  ///   - stackSize: The bytes of its stack; only what is reached takes memory.
  ///   - work: What it does.
  /// - Returns: The thread; nil where the system has none to give.
  public static func start(
    stackSize: Int,
    _ work: @escaping @Sendable () -> Void
  ) -> WorkerThread? {
    Parallel.start(Task(work), stackSize: stackSize).map { WorkerThread($0) }
  }

  /// Waits until the work is done.
  public func join() {
    lock.locked {
      if let thread { pthread_join(thread, nil) }
      thread = nil
    }
  }

  /// What a thread gets through its one pointer.
  fileprivate final class Task: Sendable {
    let work: @Sendable () -> Void

    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
  }
}

/// Starts a thread; nil where the system has none, or no such stack.
private func start(_ work: WorkerThread.Task, stackSize: Int) -> pthread_t? {
  let task = Unmanaged.passRetained(work)
  var attributes = pthread_attr_t()
  pthread_attr_init(&attributes)
  defer { pthread_attr_destroy(&attributes) }
  #if canImport(Darwin)
  var thread: pthread_t?
  #else
  var thread = pthread_t()
  #endif
  var status = pthread_attr_setstacksize(&attributes, stackSize)
  placement_begin_elsewhere(&attributes)
  if status == 0 { status = pthread_create(&thread, &attributes, { run($0) }, task.toOpaque()) }
  guard status == 0 else {
    task.release()
    return nil
  }
  return thread
}

private func run(_ task: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let task else { return nil }
  placement_go_anywhere()
  Unmanaged<WorkerThread.Task>.fromOpaque(task).takeRetainedValue().work()
  return nil
}
