// swift-format-ignore-file
var counts: [String: Int] = [:]
var lengths: [Int: [String]] = [:]
for word in ["a", "bb", "cc", "d"] {
  lengths[word.count, default: []].append(word)
}
print(lengths[1]!, lengths[2]!)
print(lengths[9, default: ["none"]], lengths.count)
counts["x", default: 10] += 1
counts["x", default: 10] *= 2
counts["y", default: 0] = 4
print(counts["x"]!, counts["y"]!)
