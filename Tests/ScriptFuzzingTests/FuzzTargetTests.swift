import Foundation
import ScriptFuzzing
import Testing

@Suite("Mutated programs crash nothing, and their limits hold")
struct FuzzTargetTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static func corpus() throws -> [String] {
    let name = "Tests/ScriptTests/AcceptedProgramTests.swift"
    let text = try String(contentsOf: root.appending(path: name), encoding: .utf8)
    return FuzzCorpus.programs(in: text, named: name)
  }

  @Test("a small share of the inputs of a full run")
  func inputs() throws {
    let corpus = try Self.corpus()
    #expect(corpus.count > 20)
    let mutator = SourceMutator(corpus: corpus, accepted: [])
    let target = FuzzTarget(for: corpus)
    var counts: [FuzzTarget.Outcome: Int] = [:]
    for seed in 0..<3000 as Range<UInt64> {
      counts[try #require(target.run(mutator.program(seed))), default: 0] += 1
      // What the corpus leads to changes with it; a hundred inputs usually see it all.
      if seed >= 100, counts.count == FuzzTarget.Outcome.allCases.count { break }
    }
    for outcome in FuzzTarget.Outcome.allCases { #expect(counts[outcome, default: 0] > 0) }
  }

  @Test("a seed makes the same program every time, and others make others")
  func seeds() {
    let mutator = SourceMutator(corpus: ["let x = 1\nprint(x + 2)"], accepted: [])
    #expect(mutator.program(7) == mutator.program(7))
    #expect(Set((0..<50).map { mutator.program($0) }).count > 40)
  }

  @Test("a corpus is read from lessons, tests and scripts")
  func corpora() {
    let lesson = "# A\n\n```swift id=a\nlet x = 1\n```\n\n```python\nx\n```\n"
    #expect(FuzzCorpus.programs(in: lesson, named: "a.md") == ["let x = 1"])
    let test =
      "    (\"let a = 1\\nprint(\\\"b\\\")\", \"b\"),\n  program: \"\"\"\n    f()\n    \"\"\"\n"
    #expect(
      FuzzCorpus.programs(in: test, named: "ATests.swift") == ["f()", "let a = 1\nprint(\"b\")"]
    )
    #expect(FuzzCorpus.programs(in: "f()", named: "a.swift") == ["f()"])
  }
}
