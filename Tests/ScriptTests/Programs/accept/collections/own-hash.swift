// swift-format-ignore-file
struct Word: Hashable {
  var text: String
  var line: Int
  static func == (a: Word, b: Word) -> Bool { a.text.lowercased() == b.text.lowercased() }
  func hash(into hasher: inout Hasher) { hasher.combine(text.lowercased()) }
}
var seen: Set<Word> = []
for (line, text) in ["Swift", "lessons", "SWIFT", "Lessons"].enumerated() {
  let (isNew, word) = seen.insert(Word(text: text, line: line))
  print(text, isNew, word.line)
}
print(seen.count, seen.contains(Word(text: "swift", line: 9)))
var counts: [Word: Int] = [:]
for text in ["a", "A", "b"] { counts[Word(text: text, line: 0), default: 0] += 1 }
print(counts.count, counts[Word(text: "a", line: 7)] ?? 0)
enum Shape: Hashable {
  case circle(Double), square(Double)
  func hash(into hasher: inout Hasher) {
    switch self {
    case .circle(let r): hasher.combine(0); hasher.combine(r)
    case .square(let s): hasher.combine(1); hasher.combine(s)
    }
  }
}
print(Set([Shape.circle(1), .square(1), .circle(1)]).count)
struct Pair: Hashable { var a: Word; var b: [Word?] }
print(Pair(a: Word(text: "x", line: 1), b: [Word(text: "Y", line: 2), nil]) == Pair(a: Word(text: "X", line: 3), b: [Word(text: "y", line: 4), nil]))
print(Set([Pair(a: Word(text: "x", line: 1), b: []), Pair(a: Word(text: "X", line: 2), b: [])]).count)
