struct Trie {
  var isWord = false
  var children: [Character: Trie] = [:]

  mutating func insert(_ word: Substring) {
    guard let first = word.first else {
      isWord = true
      return
    }
    children[first, default: Trie()].insert(word.dropFirst())
  }

  func contains(_ word: Substring) -> Bool {
    guard let first = word.first else { return isWord }
    return children[first]?.contains(word.dropFirst()) ?? false
  }
}
var words = Trie()
for word in ["to", "tea", "ten"] { words.insert(word.dropFirst(0)) }
print(words.contains("tea"), words.contains("te"), words.children.count)
