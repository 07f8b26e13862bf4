/// The words of a program, by which programs are told that can stand in one file.
///
/// Two programs are apart where neither mentions a word that the other declares for all of its file:
/// in a line without indentation, or in an extension. What one of them means is then the same with
/// the other above it, unless that changes the meaning of what it does not declare; such a program
/// stands alone.
struct ProgramNames {
  /// The words behind `let`, `var`, `func` and their like.
  private var declared: Set<Substring> = []
  /// All words, those in texts and comments too.
  private var mentioned: Set<Substring> = []
  /// The modules that the program imports, which others in its file would see.
  private var imported: Set<Substring> = []
  /// Whether the program gives operators, initializers or subscripts a meaning.
  private let standsAlone: Bool

  init(_ text: String) {
    standsAlone = text.contains(
      /\b(operator|precedencegroup|func\s*[^\w\s`(]+|extension\b[\s\S]*?\b(init|subscript))\b/
    )
    let extends = text.contains("extension")
    for line in text.split(separator: "\n") {
      mentioned.formUnion(Self.words(of: line))
      if line.first == " ", !extends { continue }
      for match in line.matches(of: /\bimport\s+(\w+)/) { imported.insert(match.1) }
      for match in line.matches(of: /\b(let|var|case|for)\b([^=:{]*)/) {
        declared.formUnion(Self.words(of: match.2))
      }
      for match in line.matches(of: /\b(func|struct|enum|typealias)\s+`?(\w+)/) {
        declared.insert(match.2)
      }
    }
    // What stands in patterns without being declared by them.
    declared.subtract(["let", "var", "case", "in", "where", "true", "false", "nil"])
  }

  private static func words(of text: Substring) -> [Substring] {
    text.matches(of: /[\p{L}_][\p{L}\p{N}_]*/).map(\.output)
  }

  /// Whether a file can hold both programs.
  func isApart(from other: Self) -> Bool {
    !standsAlone && !other.standsAlone && imported == other.imported
      && declared.isDisjoint(with: other.mentioned) && other.declared.isDisjoint(with: mentioned)
  }

  /// Puts programs together into files, each with programs that are apart from one another.
  ///
  /// - Parameters:
  ///   - texts: The programs.
  ///   - size: How many a file may hold.
  /// - Returns: The positions of the programs of each file.
  static func files(of texts: [String], size: Int) -> [[Int]] {
    let names = texts.map(Self.init)
    var files: [[Int]] = []
    for index in texts.indices {
      let fitting = files.firstIndex { file in
        file.count < size && file.allSatisfy { names[$0].isApart(from: names[index]) }
      }
      if let fitting { files[fitting].append(index) } else { files.append([index]) }
    }
    return files
  }
}
