import CMachine
import Testing

@testable import Script

@Suite("The loop in C does what the loop in Swift does")
struct InstructionLoopTests {
  @Test("both have the same opcodes, in the same order")
  func opcodes() {
    let names = (0..<Opcode.allCases.count).map { machine_opcode_name(Int32($0)) }
    #expect(
      names.map { $0.map { String(cString: $0) } } == Opcode.allCases.map { "\($0)" }
    )
    #expect(Opcode.allCases.map { Int($0.rawValue) } == Array(0..<names.count))
    #expect(machine_opcode_name(Int32(names.count)) == nil)
  }

  @Test("both lay instructions, functions and frames out alike")
  func layout() {
    #expect(MemoryLayout<Instruction>.stride == MemoryLayout<machine_instruction>.stride)
    #expect(
      [
        MemoryLayout<Instruction>.offset(of: \.opcode), MemoryLayout<Instruction>.offset(of: \.d),
        MemoryLayout<Instruction>.offset(of: \.a), MemoryLayout<Instruction>.offset(of: \.b),
        MemoryLayout<Instruction>.offset(of: \.c),
      ] == [0, 1, 2, 4, 6]
    )
    #expect(MemoryLayout<Frame>.stride == MemoryLayout<machine_frame>.stride)
    #expect(
      [
        MemoryLayout<Frame>.offset(of: \.function), MemoryLayout<Frame>.offset(of: \.pc),
        MemoryLayout<Frame>.offset(of: \.words), MemoryLayout<Frame>.offset(of: \.references),
      ] == [
        MemoryLayout<machine_frame>.offset(of: \.function),
        MemoryLayout<machine_frame>.offset(of: \.pc),
        MemoryLayout<machine_frame>.offset(of: \.words),
        MemoryLayout<machine_frame>.offset(of: \.references),
      ]
    )
    #expect(MemoryLayout<FunctionEntry>.stride == MemoryLayout<machine_function>.stride)
    #expect(
      [
        MemoryLayout<FunctionEntry>.offset(of: \.start),
        MemoryLayout<FunctionEntry>.offset(of: \.words),
        MemoryLayout<FunctionEntry>.offset(of: \.references),
        MemoryLayout<FunctionEntry>.offset(of: \.capturedWord),
        MemoryLayout<FunctionEntry>.offset(of: \.capturedReference),
        MemoryLayout<FunctionEntry>.offset(of: \.capturedReferences),
      ] == [
        MemoryLayout<machine_function>.offset(of: \.start),
        MemoryLayout<machine_function>.offset(of: \.words),
        MemoryLayout<machine_function>.offset(of: \.references),
        MemoryLayout<machine_function>.offset(of: \.captured_word),
        MemoryLayout<machine_function>.offset(of: \.captured_reference),
        MemoryLayout<machine_function>.offset(of: \.captured_references),
      ]
    )
    #expect(VirtualMachine.objectsLieAsInC)
    #expect(ReferenceCounting().most > 0)
  }

  /// Programs for what the tests of fused instructions and the corpus do not reach.
  static let programs = [
    // Shifts beyond the width, and by negative numbers.
    """
    let bits = [0, 1, 5, 62, 63, 64, 65, 1_000, -1, -5, -63, -64, -1_000, Int.max, Int.min]
    for n in bits { print(-5 << n, -5 >> n, 5 << n, 5 >> n, Int.min << n, Int.min >> n) }
    """,
    // Short and long dividends and divisors, of both signs.
    """
    let values = [0, 1, 7, -7, 4_294_967_295, 4_294_967_296, -4_294_967_296, Int.max, Int.min]
    for a in values {
      for b in values where b != 0 && !(a == Int.min && b == -1) { print(a / b, a % b) }
      print(a / 7, a % 7, a / 32_767, a % 32_767)
    }
    """,
    // The edges of Double, and what is no number.
    """
    let values = [0.0, -0.0, 1.5, -2.5, 0x1p63, -0x1p63, 0x1.fffffffffffffp62, .infinity, .nan]
    for a in values {
      for b in values { print(a + b, a * b - a, a / b, a < b, a <= b, a == b, a != b, !(a < b)) }
      print(a.squareRoot(), abs(a), -a)
    }
    """,
    "print(Int(-0x1p63), Int(0x1.fffffffffffffp62))\nprint(Int(0x1p63))",
    "let zero = 0.0\nprint(Int(zero / zero))",
    "print(Int(-0x1.0000000000001p63))",
    "let n = Int.min\nprint(-n)",
    "let n = Int.min\nlet m = -1\nprint(n % m)",
    // A budget that ends between two iterations, and inside calls.
    "var n = 0\nwhile true { n += 1 }",
    "func f(_ n: Int) -> Int { n < 2 ? n : f(n - 1) + f(n - 2) }\nprint(f(40))",
    "func f(_ n: Int) -> Int { 1 + f(n + 1) }\nprint(f(0))",
    // Closures that borrow what they captured, called until a stack is full.
    """
    let word = "a"
    var calls = 0
    func make(_ words: [String]) -> (Int) -> String { { n in words[n] + word } }
    let pick = make(["x", "y"])
    for n in 0..<3 {
      calls += 1
      print(calls, pick(n))
    }
    """,
    // An array that is shared, grown and taken out of another one.
    """
    var rows = [[1, 2], [3]]
    let kept = rows
    rows[1].append(4)
    rows[0][1] += 5
    for n in 0..<9 { rows[1].append(n) }
    print(rows, kept, rows.count)
    rows[2].append(0)
    """,
  ]

  @Test(
    "a program has the same outcome",
    arguments: programs + InstructionTests.results.map(\.program)
      + InstructionTests.failures.map(\.program) + ProgramCorpusTests.accepted.map(\.text)
  )
  func agree(_ program: String) throws {
    var limits = Limits()
    limits.steps = 200_000
    let plain = Interpreter(program, limits: limits, loop: .plain)
    let threaded = Interpreter(program, limits: limits, loop: .threaded)
    #expect(plain.errors == [])
    #expect(threaded.printed == plain.printed)
    let (failure, expected) = (threaded.failure, plain.failure)
    #expect(failure?.message == expected?.message)
    #expect(failure?.span == expected?.span)
    #expect(failure?.callStack.map(\.call) == expected?.callStack.map(\.call))
    #expect(failure?.callStack.map(\.function) == expected?.callStack.map(\.function))
  }
}
