let text = "the cat and the dog and the bird"
var counts: [String: Int] = [:]
for word in text.split(separator: " ") { counts[String(word), default: 0] += 1 }
for (word, n) in counts.sorted(by: { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key })
{
  print(word, n)
}
