/// Returns the candidate that a mistyped name most probably means, or nil where none is close.
///
/// Close means an edit distance (insertions, deletions, substitutions and swaps of neighbours, each
/// counting 1, and a change of case counting 0) of at most a third of the name's length, at least 1
/// from three letters on. Among equally close names one of the same case wins, and then the first in
/// alphabetical order.
public func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
  let target = Array(name.lowercased().unicodeScalars)
  guard !target.isEmpty, target.count <= 64 else { return nil }
  let limit = target.count < 3 ? 0 : max(1, target.count / 3)
  var best: (distance: Int, caseDistance: Int, name: String)?
  for candidate in candidates where candidate != name {
    let letters = Array(candidate.lowercased().unicodeScalars)
    guard abs(letters.count - target.count) <= limit else { continue }
    let distance = editDistance(target, letters)
    guard distance <= limit, distance < max(target.count, 2) else { continue }
    let caseDistance = zip(name, candidate).count { $0.isUppercase != $1.isUppercase }
    let found = (distance: distance, caseDistance: caseDistance, name: candidate)
    if let best, best <= found { continue }
    best = found
  }
  return best?.name
}

/// The optimal string alignment distance of two words.
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var beforePrevious: [Int] = []
  var previous = Array(0...b.count)
  for i in 0..<a.count {
    var row = [i + 1]
    for j in 0..<b.count {
      var cost = min(previous[j + 1] + 1, row[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        cost = min(cost, beforePrevious[j - 1] + 1)
      }
      row.append(cost)
    }
    beforePrevious = previous
    previous = row
  }
  return previous[b.count]
}
