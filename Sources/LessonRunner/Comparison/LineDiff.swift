/// The difference of two texts by lines, as `- expected` and `+ actual`.
public enum LineDiff {
  /// The changed lines between what is common at both ends, with some lines of context.
  public static func render(expected: String, actual: String, context: Int = 2) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
    var start = 0
    while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
    var tail = 0
    while tail < min(old.count, new.count) - start,
      old[old.count - 1 - tail] == new[new.count - 1 - tail]
    { tail += 1 }
    var result = ""
    for line in old[max(0, start - context)..<start] { result += "  \(line)\n" }
    for line in old[start..<old.count - tail] { result += "- \(line)\n" }
    for line in new[start..<new.count - tail] { result += "+ \(line)\n" }
    let end = old.count - tail
    for line in old[end..<min(old.count, end + context)] { result += "  \(line)\n" }
    return result
  }
}
