// swift-format-ignore-file
// Counting in place, while another variable holds what the dictionary was.
var counts: [String: Int] = [:]
var before: [[String: Int]] = []
for word in ["a", "b", "a", "e\u{301}", "\u{E9}", "b", "a"] {
  before.append(counts)
  counts[word, default: 10] += 1
}
print(counts["a"]!, counts["b"]!, counts["\u{E9}"]!, counts["x"] ?? -1, counts.count)
print(before.map { $0["a"] ?? 0 }, before.map { $0.count }.reduce(0, +))

var squares: [Int: Double] = [:]
for n in -3...3 { squares[n * n, default: 0.5] += Double(n) }
let copy = squares
for n in [0, 1, 4, 9, 16] {
  squares[n, default: 1.0] *= 2
  print(n, squares[n]!, copy[n, default: -1], copy[n] == nil)
}
if let nine = copy[9], let sixteen = copy[16] { print(nine, sixteen) } else { print("no 16") }

struct Tally {
  var votes: [String: Int] = [:]
  mutating func add(_ name: String) { votes[name, default: 0] += 1 }
}
var tally = Tally()
for name in ["x", "y", "x"] { tally.add(name) }
let frozen = tally
tally.add("x")
print(tally.votes["x"]!, frozen.votes["x"]!, frozen.votes["z", default: 7])
