// swift-format-ignore-file
let words = ["b", "a", "b", "c", "a"]
var seen: Set<String> = []
var unique: [String] = []
for word in words where seen.insert(word).inserted { unique.append(word) }
print(unique)
let (inserted, member) = seen.insert("z")
print(inserted, member)
print(Set(words).count == words.count)
