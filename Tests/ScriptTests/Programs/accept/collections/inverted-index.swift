// swift-format-ignore-file
let docs = ["a b", "b c", "a c c"]
var index: [String: Set<Int>] = [:]
for (i, doc) in docs.enumerated() {
  for word in doc.split(separator: " ") { index[String(word), default: []].insert(i) }
}
for key in index.keys.sorted() { print(key, index[key]!.sorted()) }
