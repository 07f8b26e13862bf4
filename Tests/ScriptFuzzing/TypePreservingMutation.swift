/// Changes after which most programs are still accepted, so that they reach the machine: a value
/// becomes another of its type, an operator another of its precedence, a statement moves.
enum TypePreservingMutation {
  /// Changes a line of a program, or nothing where it finds none to change.
  static func mutate(_ program: inout [Substring], _ generator: inout SplitMix64) {
    // Blank lines and lone brackets offer nothing.
    for _ in 0..<8 {
      guard let index = program.indices.randomElement(using: &generator) else { return }
      let isChanged =
        Int.random(in: 0..<5, using: &generator) == 0
        ? moveStatement(at: index, of: &program, &generator)
        : changeToken(at: index, of: &program, &generator)
      if isChanged { return }
    }
  }

  // MARK: - Tokens

  private static func changeToken(
    at index: Int,
    of program: inout [Substring],
    _ generator: inout SplitMix64
  ) -> Bool {
    var tokens = tokens(of: program[index])
    let choices = tokens.indices.filter { hasAlternative($0, of: tokens) }
    guard let choice = choices.randomElement(using: &generator) else { return false }
    let token = tokens[choice]
    if let group = groups[token] {
      tokens[choice] = group.randomElement(using: &generator) ?? token
    } else if let values = values(like: token) {
      tokens[choice] = values.randomElement(using: &generator) ?? token
    } else {
      tokens[choice] = name(in: program, &generator) ?? token
    }
    program[index] = Substring(tokens.joined())
    return true
  }

  /// Whether another token may take the place of one.
  private static func hasAlternative(_ index: Int, of tokens: [Substring]) -> Bool {
    let token = tokens[index]
    let before = index > 0 ? tokens[index - 1] : " "
    let after = index + 1 < tokens.count ? tokens[index + 1] : " "
    if let first = token.first, operatorCharacters.contains(first) {
      // One that touches its operand is a prefix or a postfix.
      return groups[token] != nil && before.hasPrefix(" ") && after.hasPrefix(" ")
    }
    if groups[token] != nil { return after != ":" }
    if values(like: token) != nil { return before != "." }
    return isName(token) && before != "." && after != ":" && after != "("
  }

  /// What may stand where a literal stands; nil where a token is none.
  private static func values(like token: Substring) -> [Substring]? {
    guard let first = token.first else { return nil }
    if first == "\"" { return strings }
    guard first.isASCII, first.isNumber else { return nil }
    let isFraction = token.contains(".") || (token.contains("e") && !token.hasPrefix("0x"))
    return isFraction ? fractions : integers
  }

  /// A name of the program's own, or of its surroundings.
  private static func name(in program: [Substring], _ generator: inout SplitMix64) -> Substring? {
    program.randomElement(using: &generator).flatMap { line in
      tokens(of: line).filter(isName).randomElement(using: &generator)
    }
  }

  private static func isName(_ token: Substring) -> Bool {
    guard let first = token.first, first.isLowercase || first == "_" || first == "$" else {
      return false
    }
    return !keywords.contains(token)
  }

  /// Splits a line as Swift does, but for strings with code inside, and long ones.
  static func tokens(of line: Substring) -> [Substring] {
    var result: [Substring] = []
    var rest = line
    while let first = rest.first {
      var end = rest.dropFirst().startIndex
      func skip(while condition: (Character) -> Bool) {
        end = rest[end...].firstIndex { !condition($0) } ?? rest.endIndex
      }
      if first.isNumber {
        skip(while: isPartOfName)
        if rest[end...].hasPrefix("."), rest[end...].dropFirst().first?.isNumber == true {
          end = rest.index(after: end)
          skip(while: isPartOfName)
        }
        if rest[..<end].last == "e", rest[end...].hasPrefix("-") {
          end = rest.index(after: end)
          skip(while: isPartOfName)
        }
      } else if isPartOfName(first) {
        skip(while: isPartOfName)
      } else if operatorCharacters.contains(first) {
        skip(while: operatorCharacters.contains)
      } else if first == " " {
        skip { $0 == " " }
      } else if first == "." {
        skip { $0 == "." || $0 == "<" }
      } else if first == "\"", let close = endOfString(rest) {
        end = close
      }
      result.append(rest[..<end])
      rest = rest[end...]
    }
    return result
  }

  /// Where a string of one line without escapes ends.
  private static func endOfString(_ text: Substring) -> Substring.Index? {
    guard let close = text.dropFirst().firstIndex(where: { $0 == "\"" || $0 == "\\" }),
      text[close] == "\"", !text.hasPrefix("\"\"\"")
    else { return nil }
    return text.index(after: close)
  }

  private static func isPartOfName(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_" || character == "$"
  }

  // MARK: - Statements

  private static func moveStatement(
    at index: Int,
    of program: inout [Substring],
    _ generator: inout SplitMix64
  ) -> Bool {
    guard isStatement(program[index]) else { return false }
    let line = program[index]
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: program.insert(line, at: index)
    case 1: program.remove(at: index)
    case 2:
      guard index > 0, isStatement(program[index - 1]) else { return false }
      program.swapAt(index, index - 1)
    default:
      let frame = frames.randomElement(using: &generator) ?? ("", "")
      program[index] = "\(frame.before) \(line) \(frame.after)"
    }
    return true
  }

  /// Whether a line is a whole statement that declares nothing.
  private static func isStatement(_ line: Substring) -> Bool {
    var depth = 0
    for byte in line.utf8 {
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      default: break
      }
      if depth < 0 { return false }
    }
    guard depth == 0, let word = tokens(of: line).first(where: { !$0.hasPrefix(" ") }) else {
      return false
    }
    return !declarations.contains(word) && !word.hasPrefix(".") && !word.hasPrefix("/")
  }

  private static let declarations: Set<Substring> = [
    "let", "var", "func", "struct", "enum", "case", "default", "extension", "init", "static",
    "mutating", "typealias", "else", "get", "set", "lazy", "private", "indirect", "subscript",
    "import", "@",
  ]

  /// What may stand around a statement.
  private static let frames: [(before: Substring, after: Substring)] = [
    ("for _ in 0..<3 {", "}"), ("if true {", "}"), ("do {", "}"), ("while true {", "; break }"),
    ("while true {", "}"), ("repeat {", "} while false"), ("defer {", "}"),
    ("func again(_ n: Int) { if n > 0 {", "}; again(n - 1) }; again(3)"),
    ("func forever() { do {", "}; forever() }; forever()"), ("[1, 2].forEach { _ in", "}"),
    ("let later = {", "}; later(); later()"),
  ]

  // MARK: - Alternatives

  private static let operatorCharacters: Set<Character> = [
    "+", "-", "*", "/", "%", "<", ">", "=", "&", "|", "^", "~", "!",
  ]

  /// Words and operators of one kind, by each of them.
  private static let groups: [Substring: [Substring]] = {
    let groups: [[Substring]] = [
      ["+", "-", "*", "/", "%", "&+", "&-", "&*"], ["+=", "-=", "*=", "/=", "%="],
      ["<", "<=", ">", ">=", "==", "!="], ["&&", "||"], ["...", "..<"],
      ["<<", ">>", "&<<", "&>>"], ["&", "|", "^"], ["true", "false"], ["break", "continue"],
      ["if", "while"], ["let", "var"], ["first", "last"], ["min", "max"], ["prefix", "suffix"],
      ["dropFirst", "dropLast"], ["removeFirst", "removeLast"], ["map", "compactMap", "flatMap"],
      ["startIndex", "endIndex"], ["lowercased", "uppercased"], ["keys", "values"],
      ["sin", "cos", "tan", "exp", "log", "sqrt", "tanh"], ["floor", "ceil"],
      ["union", "intersection", "symmetricDifference", "subtracting"], ["sorted", "reversed"],
      ["isSubset", "isSuperset", "isDisjoint"], ["sum", "mean", "product"], ["zeros", "ones"],
      ["through", "to"], ["index", "distance"], ["Int", "Int8", "UInt8", "UInt64"],
      ["Double", "Float"],
    ]
    return groups.reduce(into: [:]) { table, group in
      for word in group { table[word] = group }
    }
  }()

  private static let integers: [Substring] = [
    "0", "1", "2", "3", "7", "60", "64", "100", "255", "1_000", "65_536", "1_000_000",
    "9223372036854775807", "(-1)", "(-9223372036854775808)", "Int.max", "Int.min", "(7 % 3)",
    "(1 << 62)", "[1, 2, 3].count", "\"abc\".count", "abs(-5)",
  ]

  private static let fractions: [Substring] = [
    "0.0", "(-0.0)", "0.5", "1.5", "1e308", "5e-324", "1e-300", "3.0", "1e16", "(0.1 + 0.2)",
    "(-1e18)", "9.3e18", ".infinity", ".nan", "(-Double.infinity)", ".pi",
  ]

  private static let strings: [Substring] = [
    "\"\"", "\"a\"", "\"é\"", "\"👩‍👩‍👧\"", "\"e\\u{301}\"", "\"\\u{0}\"", "\"\\r\\n\"", "\"-1\"",
    "\"1e5\"", "\"a,b,,c\"", "\"%d %s %@\"", "\"🇩🇪🇫🇷\"", "String(repeating: \"ab\", count: 99)",
  ]

  private static let keywords: Set<Substring> = [
    "func", "let", "var", "if", "else", "for", "in", "while", "return", "break", "continue",
    "switch", "case", "default", "guard", "repeat", "defer", "inout", "throws", "try", "catch",
    "do", "struct", "enum", "init", "self", "nil", "where", "as", "is", "extension", "static",
    "mutating", "indirect", "throw", "typealias", "get", "set", "import", "subscript", "lazy",
    "private", "fileprivate", "final", "print", "_",
  ]
}
