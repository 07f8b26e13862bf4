let words = ["a", "b", "a", "c", "b", "a"]
let counts = words.reduce(into: [:]) { (counts: inout [String: Int], word) in
  counts[word, default: 0] += 1
}
print(counts["a"] ?? 0, counts["b"] ?? 0, counts.count)
let named: [String: Int] = words.reduce(into: [:]) { result, word in
  result[word, default: 0] += 1
}
print(named["c"] ?? 0)
