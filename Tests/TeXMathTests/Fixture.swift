import Foundation

/// A file of `Fixtures`, line by line.
func fixtureLines(_ name: String) throws -> [String] {
  let url = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Fixtures/\(name)"
  )
  return try String(contentsOf: url, encoding: .utf8)
    .split(separator: "\n").map(String.init)
}

/// A formula of the corpus: where it is from, where it stood, its LaTeX.
struct CorpusFormula {
  var source: String
  var isDisplayed: Bool
  var tex: String

  static func all() throws -> [CorpusFormula] {
    try fixtureLines("formulas.tsv").map { line in
      let parts = line.split(separator: "\t", maxSplits: 2).map(String.init)
      return CorpusFormula(source: parts[0], isDisplayed: parts[1] == "d", tex: parts[2])
    }
  }
}
