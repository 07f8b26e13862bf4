import Foundation

/// Records name their fields in snake case.
private let recordDecoder = {
  let decoder = JSONDecoder()
  decoder.keyDecodingStrategy = .convertFromSnakeCase
  return decoder
}()

/// A file of records, one a line.
struct RecordFile {
  let url: URL

  /// How many records of each operator or kind passed, and what was wrong with the others.
  struct Outcome {
    var passed: [String: Int] = [:]
    var total: [String: Int] = [:]
    var failures: [String] = []

    /// A line for each operator or kind, `op: passed/total`.
    var report: String {
      total.keys.sorted().map { "\($0): \(passed[$0] ?? 0)/\(total[$0] ?? 0)" }
        .joined(separator: "\n")
    }

    mutating func merge(_ other: Outcome) {
      passed.merge(other.passed, uniquingKeysWith: +)
      total.merge(other.total, uniquingKeysWith: +)
      failures += other.failures
    }
  }

  /// The `*.jsonl` files of a folder, by name.
  static func all(in folder: URL) throws -> [RecordFile] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "jsonl" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .map { RecordFile(url: $0) }
  }

  /// Returns what became of every record; a line that cannot be read counts as a failure.
  ///
  /// - Parameter data: What networks are trained on when the file holds no `mlp_data`.
  /// - Returns: The counts, and a line for each failure.
  /// - Throws: What reading the file throws.
  func check(data: NetworkData?) throws -> Outcome {
    let lines = try Data(contentsOf: url).split(separator: UInt8(ascii: "\n"))
      .map { Data($0) }
      .filter { !$0.allSatisfy { $0 <= UInt8(ascii: " ") } }
    let data = try lines.lazy.compactMap { try networkData($0) }.first ?? data
    var outcome = Outcome()
    for (number, line) in lines.enumerated() {
      let record = Line(line)
      outcome.total[record.group, default: 0] += 1
      do {
        try record.check(data: data)
        outcome.passed[record.group, default: 0] += 1
      } catch {
        let place = "\(url.lastPathComponent):\(number + 1)"
        outcome.failures.append("\(place): \(record.group) '\(record.name)': \(error)")
      }
    }
    return outcome
  }

  /// The first examples that a file holds for its networks.
  func networkData() throws -> NetworkData? {
    try Data(contentsOf: url).split(separator: UInt8(ascii: "\n")).lazy
      .compactMap { try networkData(Data($0)) }.first
  }

  private func networkData(_ line: Data) throws -> NetworkData? {
    guard let header = try? recordDecoder.decode(GoldenHeader.self, from: line),
      header.kind == "mlp_data"
    else { return nil }
    return try recordDecoder.decode(NetworkData.self, from: line)
  }
}

/// One line of a file, of whichever format.
private struct Line {
  let data: Data
  /// The operator, or the kind.
  let group: String
  let name: String
  private let isGolden: Bool

  private struct OnnxHeader: Decodable {
    let op, name: String
  }

  init(_ data: Data) {
    self.data = data
    if let header = try? recordDecoder.decode(OnnxHeader.self, from: data) {
      (group, name, isGolden) = (header.op, header.name, false)
    } else if let header = try? recordDecoder.decode(GoldenHeader.self, from: data) {
      (group, name, isGolden) = (header.kind, header.name, true)
    } else {
      (group, name, isGolden) = ("unreadable", "", false)
    }
  }

  func check(data examples: NetworkData?) throws {
    guard isGolden else {
      try recordDecoder.decode(OnnxRecord.self, from: data).check()
      return
    }
    guard let type = goldenType(of: group) else { throw Mismatch("the kind '\(group)' is unknown") }
    let record = try recordDecoder.decode(type, from: data)
    if let run = record as? NetworkRunRecord, let examples {
      try run.check(with: examples)
    } else {
      try record.check()
    }
  }
}
