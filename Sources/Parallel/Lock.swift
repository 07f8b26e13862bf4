#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A mutex of the system.
final class Lock: @unchecked Sendable {
  fileprivate let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)

  init() {
    mutex.initialize(to: pthread_mutex_t())
    pthread_mutex_init(mutex, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    mutex.deinitialize(count: 1)
    mutex.deallocate()
  }

  /// Runs a body that no other thread runs meanwhile.
  func locked<Value>(_ body: () -> Value) -> Value {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body()
  }
}

/// A lock that a thread can wait under until another one has changed what it guards.
final class Condition: @unchecked Sendable {
  private let lock = Lock()
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init() {
    condition.initialize(to: pthread_cond_t())
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    condition.deinitialize(count: 1)
    condition.deallocate()
  }

  /// Runs a body that changes what is guarded, and lets those who wait look again.
  func signalling(_ body: () -> Void) {
    lock.locked(body)
    pthread_cond_broadcast(condition)
  }

  /// Waits until something holds of what is guarded, and runs a body that no other thread disturbs.
  func waiting<Value>(until holds: () -> Bool, _ body: () -> Value) -> Value {
    lock.locked {
      while !holds() { pthread_cond_wait(condition, lock.mutex) }
      return body()
    }
  }
}
