import Foundation
import ScriptParsing
import Testing

@Suite("Deep stacks")
struct DeepStackTests {
  @Test("recursion that no usual stack holds comes to its end")
  func depth() {
    let depth = 300_000
    #expect(DeepStack(size: 512 << 20).run { Self.descend(depth) } == depth)
  }

  @Test("a step uses the stack it is on where enough is left, and takes a new one where not")
  func sharing() {
    let outer = DeepStack(size: 8 << 20).run {
      let thread = Self.thread
      return (
        small: DeepStack(size: 4 << 20).run { Self.thread } == thread,
        large: DeepStack(size: 16 << 20).run { Self.thread } == thread
      )
    }
    #expect(outer?.small == true)
    #expect(outer?.large == false)
    #expect(DeepStack(size: 1 << 20).run { Self.thread } != Self.thread)
  }

  @Test("a stack that the system cannot give is nil")
  func refusal() {
    #expect(DeepStack(size: 1 << 56).run { 1 } == nil)
  }

  private static var thread: ObjectIdentifier { ObjectIdentifier(Thread.current) }

  /// Each level takes at least a kilobyte of stack.
  @inline(never)
  private static func descend(_ depth: Int) -> Int {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1_000) { frame in
      frame[0] = 1
      return depth == 0 ? 0 : descend(depth - 1) + Int(frame[0])
    }
  }
}
