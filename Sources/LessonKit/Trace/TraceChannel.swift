#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin

/// The system's `fork`, which Darwin's module leaves out.
@_silgen_name("fork") private func fork() -> Int32
#endif

/// The way to who runs a compiled lesson: a pipe whose descriptor `LESSONS_TRACE` names.
///
/// Each event says how much had been printed by then, so that texts and events are in one order.
struct TraceChannel: Sendable {
  private let descriptor: Int32
  private nonisolated(unsafe) let state: UnsafeMutablePointer<State>

  /// What the process and the one it tries a cell in have in common.
  private struct State {
    /// The statement that began last.
    var place = 0
    /// What this process is doing; only one of both runs at a time.
    var phase = Phase.running
    /// The statement that ended the trial; -1 where none did.
    var fatalPlace = -1
    /// A copy of the standard output's descriptor while it is silent.
    var output: Int32 = -1
  }

  private enum Phase { case running, trying, following }

  /// Finds the pipe; nil where nobody asked for a trace.
  init?() {
    guard let text = getenv("LESSONS_TRACE"), let descriptor = Int32(String(cString: text)) else {
      return nil
    }
    let size = MemoryLayout<State>.size
    let protection = PROT_READ | PROT_WRITE
    guard let page = mmap(nil, size, protection, MAP_SHARED | MAP_ANONYMOUS, -1, 0),
      page != MAP_FAILED
    else { return nil }
    self.descriptor = descriptor
    state = page.bindMemory(to: State.self, capacity: 1)
    state.initialize(to: State())
  }

  /// Sends an event: its kind, its number, how much was printed before it, and its texts.
  func send(_ kind: String, _ number: Int, _ texts: [String] = []) {
    guard state.pointee.phase != .following else { return }
    fflush(nil)
    let printed = Self.size(of: STDOUT_FILENO)
    let complained = Self.size(of: STDERR_FILENO)
    var message = "\(kind) \(number) \(printed) \(complained) \(texts.count)\n"
    for text in texts { message += "\(text.utf8.count)\n" + text }
    var bytes = Array(message.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }

  private static func size(of descriptor: Int32) -> Int {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }

  // MARK: - Trials

  func beginTrial() {
    fflush(nil)
    state.pointee.fatalPlace = -1
    state.pointee.place = -1
    state.pointee.phase = .trying
    let child = fork()
    guard child != 0 else { return }
    var status: Int32 = 0
    while child > 0, waitpid(child, &status, 0) == -1, errno == EINTR {}
    state.pointee.phase = .running
    send("tried", Int(status))
    if status != 0 { state.pointee.fatalPlace = state.pointee.place }
    state.pointee.phase = .following
    state.pointee.output = dup(STDOUT_FILENO)
    let nowhere = open("/dev/null", O_WRONLY)
    dup2(nowhere, STDOUT_FILENO)
    close(nowhere)
  }

  func stops(at place: Int) -> Bool {
    send("step", place)
    if state.pointee.phase == .trying { state.pointee.place = place }
    return state.pointee.phase == .following && state.pointee.fatalPlace == place
  }

  func endTrial() {
    fflush(nil)
    // The process of the trial itself ends here, without what a program does at its end.
    if state.pointee.phase == .trying { _exit(0) }
    dup2(state.pointee.output, STDOUT_FILENO)
    close(state.pointee.output)
    state.pointee.phase = .running
  }
}

/// The channel of this process; nil where it runs by itself.
let channel = TraceChannel()
