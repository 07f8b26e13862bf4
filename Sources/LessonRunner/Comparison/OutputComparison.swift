public import TeXMath

/// What came of comparing written text with computed text.
public enum Comparison: Hashable, Sendable {
  /// A place where written and computed text disagree.
  public struct Disagreement: Hashable, Sendable {
    /// The place in the expected text, in UTF-8 offsets.
    public var range: Range<Int>
    /// The expected text there.
    public var written: String
    /// The actual text that stands in its place.
    public var computed: String
  }

  /// The computed text is what was written.
  case matched
  /// It is not, at these places of the expected text, in order.
  case mismatch([Disagreement])
}

/// Compares text as lessons do: literally, and numbers to the precision written.
///
/// A written `0.842` is met by 0.8415...0.8425, both edges included, in exact decimal arithmetic.
/// `…`, and `...` standing alone, is met by any run of text. White space at the end of a line and
/// of the whole text is ignored. `-0` asks for a minus sign; `0` is met by both zeros.
public enum OutputComparison {
  /// The token comparisons after which hostile text counts as a mismatch.
  private static let budget = 20_000_000

  /// Compares expected text with actual text.
  public static func compare(
    expected: String,
    actual: String,
    integers: DecimalNumber.IntegerReading = .exact
  ) -> Comparison {
    if expected.utf8.elementsEqual(actual.utf8) { return .matched }
    let sides = Sides(expected: expected, actual: actual, integers: integers)
    if sides.align(numbers: .compared, budget: budget) != nil { return .matched }
    if let pairs = sides.align(numbers: .alike, budget: budget) {
      let wrong = pairs.enumerated().filter { pair in
        pair.element.map { !sides.matches(pair.offset, $0, numbers: .compared) } ?? false
      }
      return .mismatch(
        wrong.map { pair in
          let place = pair.element ?? 0
          return sides.disagreement(pair.offset..<pair.offset + 1, place..<place + 1)
        }
      )
    }
    return .mismatch([sides.difference()])
  }
}

/// Both texts with their tokens.
private struct Sides {
  enum Numbers { case compared, alike }

  let expectedBytes: [UInt8]
  let actualBytes: [UInt8]
  let expected: [OutputToken]
  let actual: [OutputToken]
  let integers: DecimalNumber.IntegerReading

  init(expected: String, actual: String, integers: DecimalNumber.IntegerReading) {
    expectedBytes = Array(expected.utf8)
    actualBytes = Array(actual.utf8)
    var tokenizer = OutputTokenizer(expectedBytes)
    self.expected = tokenizer.tokens()
    tokenizer = OutputTokenizer(actualBytes)
    self.actual = tokenizer.tokens()
    self.integers = integers
  }

  func matches(_ left: Int, _ right: Int, numbers: Numbers) -> Bool {
    let (written, computed) = (expected[left], actual[right])
    if expectedBytes[written.range].elementsEqual(actualBytes[computed.range]) { return true }
    guard written.isNumeric, computed.isNumeric else { return false }
    if numbers == .alike { return true }
    guard case .number(let target, let isInteger) = written.kind,
      case .number(let value, _) = computed.kind
    else { return written.kind == computed.kind }
    return target.isMet(by: value, isInteger: isInteger, integers: integers)
  }

  /// The actual token that each expected one met (nil for wildcards); nil where they do not fit.
  func align(numbers: Numbers, budget: Int) -> [Int?]? {
    var pairs = [Int?](repeating: nil, count: expected.count)
    var (left, right, spent) = (0, 0, 0)
    var retry: (left: Int, right: Int)?
    while right < actual.count {
      spent += 1
      if left < expected.count, expected[left].kind == .wildcard {
        left += 1
        retry = (left, right)
      } else if left < expected.count, matches(left, right, numbers: numbers) {
        // A long token costs as much as many short ones.
        spent += expected[left].range.count / 64
        pairs[left] = right
        left += 1
        right += 1
      } else if let last = retry {
        retry = (last.left, last.right + 1)
        (left, right) = (last.left, last.right + 1)
      } else {
        return nil
      }
      if spent > budget { return nil }
    }
    while left < expected.count, expected[left].kind == .wildcard { left += 1 }
    return left == expected.count ? pairs : nil
  }

  /// The part between what both texts have in common at their beginning and at their end.
  func difference() -> Comparison.Disagreement {
    var start = 0
    while start < min(expected.count, actual.count),
      matches(start, start, numbers: .compared), expected[start].kind != .wildcard
    { start += 1 }
    var (left, right) = (expected.count, actual.count)
    while left > start, right > start, expected[left - 1].kind != .wildcard,
      matches(left - 1, right - 1, numbers: .compared)
    {
      left -= 1
      right -= 1
    }
    return disagreement(start..<left, start..<right)
  }

  func disagreement(_ left: Range<Int>, _ right: Range<Int>) -> Comparison.Disagreement {
    let written = bytes(left, of: expected, count: expectedBytes.count)
    let computed = bytes(right, of: actual, count: actualBytes.count)
    return Comparison.Disagreement(
      range: written,
      written: String(decoding: expectedBytes[written], as: UTF8.self),
      computed: String(decoding: actualBytes[computed], as: UTF8.self)
    )
  }

  private func bytes(_ range: Range<Int>, of tokens: [OutputToken], count: Int) -> Range<Int> {
    let end = tokens.last?.range.upperBound ?? 0
    guard !range.isEmpty else {
      let place = range.lowerBound < tokens.count ? tokens[range.lowerBound].range.lowerBound : end
      return place..<place
    }
    return tokens[range.lowerBound].range.lowerBound..<tokens[range.upperBound - 1].range.upperBound
  }
}
