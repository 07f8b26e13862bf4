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
    let url = FileManager.default.temporaryDirectory
      .appending(path: "conformance-\(UUID().uuidString).jsonl")
    defer { try? FileManager.default.removeItem(at: url) }
    try Data((line + "\n").utf8).write(to: url)
    let outcome = try RecordFile(url: url).check(data: nil)
    #expect(outcome.failures.count == 1)
    #expect(outcome.report == "\(group): 0/1")
  }
}
