// swift-format-ignore-file
// One row in many places: changing it in one changes no other.
let row = ["x", "y"]
var grid: [[String]] = []
for _ in 0..<1000 { grid.append(row) }
grid[3][1] = "changed"
grid[4] = grid[3]
grid[4][0] += "!"
print(grid[2], grid[3], grid[4], row, grid.count)

var words = ["a", "b", "c"]
let kept = words
for i in 0..<3 { words[i] = words[(i + 1) % 3] + words[i] }
print(words, kept)
var last = words[0]
for word in words { last = word }
words = []
print(last, words.isEmpty)

var log: [String] = []
func note(_ text: String) -> String {
  log.append(text)
  return text
}
var current = note("one")
let first = current
current = note("two")
current = current + current
print(first, current, log)
