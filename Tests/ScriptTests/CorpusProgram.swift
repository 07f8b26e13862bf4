import Foundation
import Testing

/// A program of `Programs`, with what is expected of it in a file beside it.
struct CorpusProgram: CustomTestStringConvertible, Sendable {
  let url: URL
  let text: String

  /// The folder that the program lies in: its chapter, or the limit that ends it.
  var chapter: String { url.deletingLastPathComponent().lastPathComponent }

  var testDescription: String {
    "\(chapter)/\(url.deletingPathExtension().lastPathComponent)"
  }

  /// The text of the file beside the program: its output (`out`), its errors, or its failure.
  func beside(_ kind: String) throws -> String {
    try String(
      contentsOf: url.deletingPathExtension().appendingPathExtension(kind),
      encoding: .utf8
    )
  }

  /// Returns all programs below a folder of `Programs`, by their paths.
  static func programs(in folder: String) -> [CorpusProgram] {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Programs/\(folder)")
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    let urls = (files?.allObjects ?? []).compactMap { $0 as? URL }
    return urls.filter { $0.pathExtension == "swift" }.sorted { $0.path < $1.path }.compactMap {
      url in
      (try? String(contentsOf: url, encoding: .utf8)).map { CorpusProgram(url: url, text: $0) }
    }
  }
}
