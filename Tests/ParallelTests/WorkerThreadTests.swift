#if os(Linux)
import Foundation
import Parallel
import Testing

@Suite("Threads of the system")
struct WorkerThreadTests {
  /// The processors that the calling thread may run on, and that the process may: lines of /proc.
  private static func allowed(_ who: String) -> String? {
    let status = try? String(contentsOfFile: "/proc/\(who)/status", encoding: .utf8)
    return status?.split(separator: "\n").first { $0.hasPrefix("Cpus_allowed:") }.map(String.init)
  }

  @Test("a thread begins elsewhere, and then may run on every processor that the process may use")
  func processors() {
    let process = Self.allowed("self")
    #expect(process != nil)
    let threads = parallelMap([0, 1, 2], threads: 3) { _ in Self.allowed("thread-self") }
    #expect(threads == [process, process, process])
    let alone = Ahead { Self.allowed("thread-self") }
    #expect(alone.value == process)
  }
}
#endif
