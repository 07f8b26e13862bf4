#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A program that runs beside the tool, in a group of processes of its own.
struct ChildProcess {
  private let pid: pid_t

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - arguments: Its path, and its arguments.
  ///   - environment: What is set beside the tool's own environment.
  ///   - descriptors: The descriptors that it gets as 0, 1, 2, …; it gets no others.
  /// - Throws: `CompiledEngineError.start`, where the system does not start it.
  init(
    _ arguments: [String],
    environment: [String: String] = [:],
    descriptors: [Int32]
  ) throws(CompiledEngineError) {
    // A descriptor may be named by a lower number than its target: each is first moved out of the way.
    let moved = descriptors.map { fcntl($0, F_DUPFD_CLOEXEC, 64) }
    defer { for descriptor in moved { close(descriptor) } }
    #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
    var attributes: posix_spawnattr_t?
    #else
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    for (number, descriptor) in moved.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
    }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    var variables = Self.ownEnvironment.filter { variable in
      !environment.keys.contains { variable.hasPrefix($0 + "=") }
    }
    variables += environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    var child = pid_t()
    let program = arguments.first ?? ""
    let code = Self.withPointers(arguments) { arguments in
      Self.withPointers(variables) { variables in
        posix_spawn(&child, program, &actions, &attributes, arguments, variables)
      }
    }
    guard code == 0 else { throw .start(program: program, code: code) }
    pid = child
  }

  /// How a process ended.
  enum Ending: Hashable {
    /// By itself, with a status.
    case exited(Int32)
    /// By a signal.
    case signaled(Int32)

    /// Reads what `waitpid` says.
    init(_ status: Int32) {
      let signal = status & 0x7f
      self = signal == 0 ? .exited(status >> 8 & 0xff) : .signaled(signal)
    }
  }

  /// Whether it has not ended yet.
  var isRunning: Bool {
    var information = siginfo_t()
    let code = waitid(P_PID, id_t(pid), &information, WEXITED | WNOHANG | WNOWAIT)
    return code == 0 && information.si_signo == 0
  }

  /// What it has taken of the processor; nil where the system does not say.
  var processorSeconds: Double? {
    #if canImport(Darwin)
    return nil
    #else
    var clock = clockid_t()
    var time = timespec()
    guard clock_getcpuclockid(pid, &clock) == 0, clock_gettime(clock, &time) == 0 else {
      return nil
    }
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    #endif
  }

  /// Ends the program and all that it started.
  func kill() { _ = killpg(pid, SIGKILL) }

  /// Waits for its end.
  func wait() -> Ending {
    var status: Int32 = 0
    while waitpid(pid, &status, 0) == -1, errno == EINTR {}
    // What it may have left behind ends with it.
    kill()
    return Ending(status)
  }

  private static var ownEnvironment: [String] {
    var result: [String] = []
    var next = environ
    while let variable = next.pointee {
      result.append(String(cString: variable))
      next += 1
    }
    return result
  }

  /// Gives a list of texts to a function of C, ended by null.
  private static func withPointers<Result>(
    _ texts: [String],
    _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers = texts.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers + [nil])
  }
}
