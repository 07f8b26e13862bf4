import Foundation
import Script
import Testing

/// Programs made at random, which the interpreter must take and the compiler must agree with.
@Suite("Generated programs")
struct GeneratedProgramTests {
  /// How many the interpreter runs; a program takes a twentieth of a second of a processor in a
  /// debug build.
  private static let count =
    ProcessInfo.processInfo.environment["GENERATED_PROGRAMS"].flatMap { Int($0) } ?? 5000
  /// The shares that run side by side.
  private static let shares = 10
  /// How many the compiler runs as well, all in one file, and the files: 200 programs.
  private static let fileSize = 50
  private static let fileCount = 4
  /// Where the compared programs' seeds begin.
  private static let firstCompared: UInt64 = 1_000_000

  /// What a program that is well typed may still fail of.
  private static let failures: Set<String> = [
    "overflow", "index-out-of-range", "nil-unwrapped", "conversion",
  ]

  @Test(
    "every one is accepted, and runs to its end or to a failure of its arithmetic",
    arguments: 0..<shares
  )
  func runs(_ share: Int) {
    var ended = 0
    for seed in stride(from: share, to: Self.count, by: Self.shares) {
      let program = ProgramGenerator(seed: UInt64(seed)).text
      let run = Interpreter(program)
      #expect(run.errors == [], "seed \(seed):\n\(program)")
      if let failure = run.failure {
        #expect(Self.failures.contains(failure.id), "seed \(seed): \(failure.message)\n\(program)")
      } else {
        ended += 1
      }
    }
    #expect(ended > Self.count / Self.shares * 3 / 4)
  }

  @Test("a seed makes the same program every time")
  func isReproducible() {
    #expect(ProgramGenerator(seed: 7).text == ProgramGenerator(seed: 7).text)
    #expect(ProgramGenerator(seed: 7).text != ProgramGenerator(seed: 8).text)
  }

  @Test("swiftc's programs print the same", .serialized, arguments: 0..<fileCount)
  func agrees(_ file: Int) throws {
    let size = Self.fileSize
    var programs: [(seed: UInt64, text: String, printed: String)] = []
    var seed = Self.firstCompared * UInt64(file + 1)
    while programs.count < size {
      let program = ProgramGenerator(seed: seed, tag: "t\(programs.count)").text
      let run = Interpreter(program)
      // One that fails would end the program of all.
      if run.errors.isEmpty, run.failure == nil { programs.append((seed, program, run.printed)) }
      seed += 1
    }
    let output = try #require(
      try CompiledProgram.outputs(of: programs.map(\.text)),
      "does not compile:\n\(programs.map(\.text).joined())"
    )
    for (program, part) in zip(programs, output) {
      #expect(part == program.printed, "seed \(program.seed):\n\(program.text)")
    }
  }
}
