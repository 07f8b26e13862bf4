import Diagnostics
import Foundation
import LessonMarkdown
import LessonModel
import LessonRunner
import Script
import ScriptLibrary
import Testing

/// The lessons in `Lessons`, one for each subject of the library.
private let lessons: [URL] = {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Lessons")
  let files = try? FileManager.default.contentsOfDirectory(
    at: folder,
    includingPropertiesForKeys: nil
  )
  return (files ?? []).sorted { $0.path < $1.path }
}()

private func run(_ text: String, limits: Limits = Limits()) -> Report {
  let lesson = LessonReader.read(SourceFile(name: "a.md", text: text)).value
  return SessionRunner(library: makeLessonLibrary(), limits: limits).run(lesson)
}

@Suite("Lessons compute with the engine")
struct LessonTests {
  @Test("there is a lesson for each subject")
  func subjects() {
    #expect(
      lessons.map { $0.deletingPathExtension().lastPathComponent } == [
        "gradients", "losses", "networks", "randomness", "searches", "tensors", "training",
      ]
    )
  }

  @Test("every expectation of a lesson holds", arguments: lessons)
  func holds(_ file: URL) throws {
    let report = run(try String(contentsOf: file, encoding: .utf8))
    let problems = report.cells.flatMap(\.diagnostics).map { "\($0.id): \($0.message)" }
    #expect(problems == [])
    #expect(report.verdict == .passed)
    #expect(report.cells.flatMap(\.expectations).count > 5)
  }

  static let failures: [(name: String, code: String, id: String)] = [
    ("shapes", "Tensor([1, 2]) + Tensor([1, 2, 3])", "shape-mismatch"),
    ("an index on the left", "var x = Tensor([1])\nx[1] = 2", "index-out-of-range"),
    ("labels", "crossEntropy(logits: [[0], [0]], labels: [2])", "label-out-of-range"),
    (
      "a draw from nothing",
      "var g = SeededGenerator()\nlet n = 3\nInt.random(in: n..<n, using: &g)", "empty-range"
    ),
    (
      "a draw from everything",
      "var g = SeededGenerator()\nDouble.random(in: -Double.infinity...1, using: &g)",
      "endless-range"
    ),
    (
      "an empty space", "let none: [Hyperparameter] = []\nSearchSpace(none)", "empty-search-space"
    ),
    (
      "a batch of one",
      """
      var norm = BatchNorm(featureCount: 1)
      norm.forward([[1]], phase: .training)
      """, "batch-of-one"
    ),
    (
      "training that diverges",
      """
      let data = Dataset.blobs(seed: 1)
      var trainer = Trainer(
        Network { Dense(2, 3) }, plan: TrainingPlan(.gradientDescent, learningRate: 1.7e308))
      trainer.train(on: data, epochs: 5)
      """, "loss-not-finite"
    ),
    (
      "an engine error in a closure",
      "gradient(at: Tensor([1, 2])) { x in (x * Tensor([1, 2, 3])).sum() }", "shape-mismatch"
    ),
    (
      "a run-time error in a closure of a search",
      """
      let space = SearchSpace { Hyperparameter.integer("n", from: 1, to: 2) }
      randomSearch(space, trials: 2, seed: 1) { c in [1.0][c.integer("n")] }
      """, "index-out-of-range"
    ),
    ("a gradient of a tensor", "gradient(at: Tensor([1, 2])) { x in x * x }", "result-not-scalar"),
  ]

  @Test("an engine error is a diagnostic at the call", arguments: failures)
  func fails(_ name: String, _ code: String, _ id: String) {
    let report = run("```swift\n\(code)\n```\n")
    #expect(report.cells.flatMap(\.diagnostics).map(\.id) == [id])
  }

  static let limited: [(name: String, code: String, id: String)] = [
    (
      "an endless search",
      """
      randomSearch(space, trials: 10_000, seed: 1) { _ in
        var sum = 0
        for i in 0..<100_000 { sum += i }
        return Double(sum)
      }
      """, "time-limit"
    ),
    (
      "an endless descent", "descend(from: 1.0, learningRate: 0, steps: Int.max) { w in w }",
      "time-limit"
    ),
    (
      "an endless minimization",
      "minimize(from: 0, learningRate: 0, steps: Int.max) { w in w * w }", "time-limit"
    ),
    (
      "endless training",
      """
      var trainer = Trainer(Network { Dense(2, 3) }, plan: TrainingPlan(learningRate: 1e-9))
      trainer.train(on: Dataset.blobs(seed: 1), epochs: 1_000_000)
      """, "time-limit"
    ),
    ("many trials", "randomSearch(space, trials: Int.max, seed: 1) { _ in 1 }", "memory-limit"),
    ("many rounds", "panda(1, learningRate: 1, rounds: Int.max) { _, _ in 1 }", "memory-limit"),
    ("wide layers", "Dense(1_000_000, 1_000_000)", "memory-limit"),
    (
      "a long tape",
      "gradient(at: Tensor.ones([1000])) { x in\n  var y = x\n  while true { y = y * x }\n  return y.sum()\n}",
      "memory-limit"
    ),
    ("many copies", "Tensor([1, 2]).tiled([1 << 40])", "memory-limit"),
    ("a permutation", "var g = SeededGenerator()\ng.nextPermutation(of: 1 << 40)", "memory-limit"),
    ("a product", "let a = Tensor.zeros([500, 500])\nmatmul(a, a.transposed())", "step-limit"),
  ]

  @Test("what the engine is asked to do is within the limits", arguments: limited)
  func obeysLimits(_ name: String, _ code: String, _ id: String) {
    var limits = Limits()
    limits.memory = 1 << 24
    switch id {
    case "time-limit": limits.seconds = 0.2
    case "step-limit": limits.steps = 100_000
    default: break
    }
    let space = "let space = SearchSpace { Hyperparameter.real(\"a\", from: 0, to: 1) }"
    let start = ContinuousClock.now
    let report = run("```swift\n\(space)\n```\n\n```swift\n\(code)\n```\n", limits: limits)
    #expect(report.cells.flatMap(\.diagnostics).map(\.id) == [id])
    #expect(ContinuousClock.now - start < .seconds(20))
  }
}
