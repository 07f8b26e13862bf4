import Foundation
import Testing

@Suite("Conformance to values that others computed")
struct ConformanceTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Records")

  @Test(
    "every record passes, none is skipped",
    arguments: [("onnx-node-tests.jsonl", 237), ("torch-golden.jsonl", 81)]
  )
  func shippedRecords(file: String, count: Int) throws {
    let outcome = try RecordFile(url: Self.folder.appending(path: file)).check(data: nil)
    #expect(outcome.failures.isEmpty, "\(outcome.failures.joined(separator: "\n"))")
    #expect(outcome.total.values.reduce(0, +) == count)
  }

  @Test(
    "every record of the folder that CONFORMANCE_DIR names passes",
    .enabled(if: ProcessInfo.processInfo.environment["CONFORMANCE_DIR"] != nil)
  )
  func recordsOfAnotherFolder() throws {
    let path = ProcessInfo.processInfo.environment["CONFORMANCE_DIR"] ?? ""
    let files = try RecordFile.all(in: URL(filePath: path))
    #expect(!files.isEmpty, "\(path) holds no *.jsonl")
    let examples = try RecordFile(url: Self.folder.appending(path: "torch-golden.jsonl"))
      .networkData()
    var outcome = RecordFile.Outcome()
    for file in files { outcome.merge(try file.check(data: examples)) }
    print(outcome.report)
    #expect(outcome.failures.isEmpty, "\(outcome.failures.joined(separator: "\n"))")
  }

  @Test(
    "a line that says something else fails",
    arguments: [
      (
        #"{"op": "Tan", "name": "t", "attrs": {}, "in": [], "out": [], "rtol": 0, "atol": 0}"#,
        "Tan"
      ),
      (#"{"kind": "other", "name": "o"}"#, "other"),
      (#"{"op": "Exp""#, "unreadable"),
      (
        """
        {"op": "Exp", "name": "e", "attrs": {}, "rtol": 1e-3, "atol": 0,\
         "in": [{"s": [1], "v": [0]}], "out": [{"s": [1], "v": [1.01]}]}
        """, "Exp"
      ),
      (
        """
        {"op": "Exp", "name": "e", "attrs": {}, "rtol": 1e-3, "atol": 0,\
         "in": [{"s": [1], "v": [0]}], "out": [{"s": [], "v": [1]}]}
        """, "Exp"
      ),
    ]
  )
  func wrongRecords(line: String, group: String) throws {
    let outcome = try outcome(of: line)
    #expect(outcome.failures.count == 1)
    #expect(outcome.report == "\(group): 0/1")
  }

  @Test(
    "records may hold the bounds of integers, and numbers that JSON does not have",
    arguments: [
      """
      {"op": "Slice", "name": "s", "attrs": {}, "rtol": 0, "atol": 0, "in": [\
      {"s": [3], "v": [1, 2, 3]}, {"d": "i64", "s": [1], "v": [9223372036854775807]},\
      {"d": "i64", "s": [1], "v": [-9223372036854775808]}, {"d": "i64", "s": [1], "v": [0]},\
      {"d": "i64", "s": [1], "v": [-1]}], "out": [{"s": [3], "v": [3, 2, 1]}]}
      """,
      """
      {"kind": "autodiff", "name": "div", "inputs": {"a": 1, "b": 0}, "value": "inf",\
       "grad": {"a": "inf", "b": "-inf"}}
      """,
      #"{"kind": "autodiff", "name": "reuse_same_node", "inputs": {"a": 3}, "value": 6, "grad": {"a": 2}}"#,
    ]
  )
  func extremeRecords(line: String) throws {
    let outcome = try outcome(of: line)
    #expect(outcome.failures.isEmpty, "\(outcome.failures)")
  }

  /// What became of the record of a file with one line.
  private func outcome(of line: String) throws -> RecordFile.Outcome {
    let url = FileManager.default.temporaryDirectory
      .appending(path: "conformance-\(UUID().uuidString).jsonl")
    defer { try? FileManager.default.removeItem(at: url) }
    try Data((line + "\n").utf8).write(to: url)
    return try RecordFile(url: url).check(data: nil)
  }
}
