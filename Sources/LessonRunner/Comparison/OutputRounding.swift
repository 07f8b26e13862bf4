import TeXMath

/// Returns output text with its long fractions cut to a number of significant digits.
///
/// Only numbers with a point that have more digits than that change, and all keep at least one digit
/// behind the point, so that the shorter text still holds when it is compared to the precision written:
/// with 4 digits, `2.302585` becomes `2.303`, `0.000123456` becomes `0.0001235`, and `12345.678`
/// becomes `12345.7`. Rounding is half away from zero on the decimal digits written.
func roundedOutput(_ text: String, toSignificant count: Int) -> String {
  let bytes = Array(text.utf8)
  var tokenizer = OutputTokenizer(bytes)
  var result: [UInt8] = []
  var copied = 0
  for token in tokenizer.tokens() {
    guard case .number(let number, isInteger: false) = token.kind,
      let rounded = rounded(bytes[token.range], number, count)
    else { continue }
    result += bytes[copied..<token.range.lowerBound]
    result += rounded
    copied = token.range.upperBound
  }
  return copied == 0 ? text : String(decoding: result + bytes[copied...], as: UTF8.self)
}

/// Returns written text with the numbers that disagree replaced, each to the precision it had.
///
/// - Parameters:
///   - written: What the author wrote.
///   - disagreements: Where it differs from what was computed.
///   - computed: The whole text that was computed.
/// - Returns: The text, which holds; or nil where more than numbers differs.
func mended(
  _ written: String,
  _ disagreements: [Comparison.Disagreement],
  computed: String
) -> String? {
  let bytes = Array(written.utf8)
  var result: [UInt8] = []
  var copied = 0
  for place in disagreements {
    result += bytes[copied..<place.range.lowerBound]
    result += rounded(place.computed, like: place.written).utf8
    copied = place.range.upperBound
  }
  let text = String(decoding: result + bytes[copied...], as: UTF8.self)
  return OutputComparison.compare(expected: text, actual: computed) == .matched ? text : nil
}

/// Returns a computed number to the precision of a written one; as it is where the two are written in
/// different ways.
func rounded(_ computed: String, like written: String) -> String {
  let (text, model) = (Array(computed.utf8), Array(written.utf8))
  guard let target = singleNumber(model), let number = singleNumber(text) else { return computed }
  let digits = number.digits.count - (target.exponent - number.exponent)
  let rounded = rounded(text[...], number, digits)
  return rounded.map { String(decoding: $0, as: UTF8.self) } ?? computed
}

/// The number that a text is as a whole, where it has a point.
private func singleNumber(_ text: [UInt8]) -> DecimalNumber? {
  var tokenizer = OutputTokenizer(text)
  let tokens = tokenizer.tokens()
  guard tokens.count == 1, tokens[0].range == 0..<text.count,
    case .number(let number, isInteger: false) = tokens[0].kind
  else { return nil }
  return number
}

/// The text of one number with fewer digits behind its point; nil where it has no more than asked.
private func rounded(_ text: ArraySlice<UInt8>, _ number: DecimalNumber, _ count: Int) -> [UInt8]? {
  guard let point = text.firstIndex(of: UInt8(ascii: ".")) else { return nil }
  let fractionEnd = text[(point + 1)...].firstIndex { $0 < 48 || $0 > 57 } ?? text.endIndex
  let fraction = fractionEnd - point - 1
  let kept = max(1, fraction - (number.digits.count - max(1, count)))
  guard kept < fraction else { return nil }
  var mantissa = Array(text[..<(point + 1 + kept)])
  if text[point + 1 + kept] >= UInt8(ascii: "5") {
    var index = mantissa.count - 1
    while index >= 0 {
      if mantissa[index] == UInt8(ascii: "9") {
        mantissa[index] = UInt8(ascii: "0")
      } else if mantissa[index] >= 48, mantissa[index] < 57 {
        mantissa[index] += 1
        break
      } else if mantissa[index] != UInt8(ascii: "."), mantissa[index] != UInt8(ascii: ",") {
        break
      }
      index -= 1
    }
    // All digits were nines: 9.96 becomes 10.0, behind the sign.
    let start = mantissa.firstIndex { $0 >= 48 && $0 <= 57 } ?? 0
    if index < start { mantissa.insert(UInt8(ascii: "1"), at: start) }
  }
  return mantissa + text[fractionEnd...]
}
