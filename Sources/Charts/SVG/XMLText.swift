/// Writes text into XML: every character that has a meaning there by its name, and those that XML
/// does not allow as U+FFFD.
func xmlEscaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "'": result += "&#39;"
    case "\t", "\n", "\r": result.unicodeScalars.append(scalar)
    case "\u{0}"..<" ", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// Writes a place to a tenth of a pixel, in as few characters as that takes.
func pixelText(_ value: Double) -> String {
  let tenths = Int((value * 10).rounded())
  let sign = tenths < 0 ? "-" : ""
  let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
  return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
}

/// An id that XML, CSS and URLs take as it is: other characters become hyphens.
func identifier(_ name: String) -> String {
  let allowed = name.unicodeScalars.map { scalar -> Character in
    let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
    return isPlain || scalar == "-" || scalar == "_" ? Character(scalar) : "-"
  }
  let text = String(allowed)
  guard let first = text.first, first.isLetter else { return "figure-" + text }
  return text
}
