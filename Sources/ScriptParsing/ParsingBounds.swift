import Diagnostics
import SwiftParser
import SwiftSyntax

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Why a text is not parsed.
enum ParsingRefusal: Error, Equatable {
  /// It nests too deep at an offset.
  case nesting(offset: Int)
  /// It has too many bytes.
  case length
  /// So many bytes of it take too long.
  case time(bytes: Int)
}

/// What keeps a text from exhausting swift-syntax's parser, which has bounds for the depth of its tree
/// only.
enum ParsingBounds {
  /// The deepest nesting that is parsed: swift-syntax descends by recursion, several calls a level.
  static let greatestNesting = 128
  /// The longest text that is parsed, in bytes.
  static let greatestLength = 1 << 16
  private static let nesting = NestingScan(
    greatestDepth: greatestNesting,
    greatestDoublingDepth: 12
  )
  /// What one byte of text can make the parser put on the stack: rows as of `else if` or `->` are
  /// followed by recursion without a bound.
  private static let stackForByte = 4_096
  /// The lengths of the beginnings whose time is taken, in bytes.
  ///
  /// Short programs are not to be read often, and what follows the longest beginning that was quick
  /// is not to take long.
  static let beginnings = [2, 8, 16, 24, 36, 54].map { $0 << 10 }
  /// The seconds of the processor that the parser may take for a text of any length, and for each of
  /// its bytes: a multiple of what it takes for Swift.
  private static let greatestSeconds = (base: 0.1, forByte: 1.0 / 32_768)

  /// Reads a text's tree on a stack that is deep enough, and in bounded time.
  ///
  /// - Returns: What the body makes of the tree.
  /// - Throws: Why the text is not parsed; where the system gives no stack for it, its length.
  static func withTree<Result>(
    of text: String,
    _ body: (SourceFileSyntax) -> Result
  ) throws(ParsingRefusal) -> Result {
    if let offset = nesting.offsetOfExcess(in: text) { throw .nesting(offset: offset) }
    guard text.utf8.count <= greatestLength else { throw .length }
    let stack = DeepStack(size: (16 << 20) + text.utf8.count * stackForByte)
    var slowLength: Int?
    let result = stack.run { () -> Result? in
      slowLength = lengthOfSlowPart(of: text)
      return slowLength == nil ? body(tree(of: text)) : nil
    }
    if let slowLength { throw .time(bytes: slowLength) }
    guard let result = result ?? nil else { throw .length }
    return result
  }

  /// Parses beginnings of a text.
  ///
  /// Where swift-syntax looks for the end of an error it takes the square of what it looks through, and
  /// nothing stops it. So longer and longer beginnings of a text are parsed first, until one takes too
  /// long.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - seconds: Returns the seconds that a text takes.
  /// - Returns: How many bytes at the beginning take too long; nil where none do.
  static func lengthOfSlowPart(
    of text: String,
    seconds: (String) -> Double = secondsToParse
  ) -> Int? {
    for length in beginnings where length < text.utf8.count {
      let beginning = String(decoding: text.utf8.prefix(length), as: UTF8.self)
      let bound = greatestSeconds.base + greatestSeconds.forByte * Double(length)
      guard seconds(beginning) <= bound else { return length }
    }
    return nil
  }

  private static func tree(of text: String) -> SourceFileSyntax {
    var parser = Parser(text, maximumNestingLevel: greatestNesting)
    return SourceFileSyntax.parse(from: &parser)
  }

  /// Returns the seconds of this thread's processor that the parser takes for a text.
  private static func secondsToParse(_ text: String) -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
    let start = now()
    _ = tree(of: text)
    return now() - start
  }

  /// The error that tells of a refusal.
  static func problem(_ refusal: ParsingRefusal, in source: EmbeddedText) -> Diagnostics.Diagnostic
  {
    switch refusal {
    case .nesting(let offset):
      Diagnostics.Diagnostic(
        "too-deep",
        .error,
        nesting.message(ofExcessAt: offset, in: source.text),
        at: source.fileSpan(offset, offset + 1),
        help: "give inner parts names of their own"
      )
    case .length:
      Diagnostics.Diagnostic(
        "too-long",
        .error,
        "this has \(source.text.utf8.count) bytes; \(greatestLength) are the most",
        at: source.fileSpan(0, 1),
        help: "split it into cells"
      )
    case .time(let bytes):
      Diagnostics.Diagnostic(
        "too-slow",
        .error,
        "the first \(bytes) bytes of this take too long to read: much of it is not Swift",
        at: source.fileSpan(bytes - bytes / 3, bytes),
        help: "mend the errors in these lines, or split it into cells"
      )
    }
  }
}
