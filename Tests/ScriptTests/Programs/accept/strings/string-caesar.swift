// swift-format-ignore-file
let alphabet = Array("abcdefghijklmnopqrstuvwxyz")
func shift(_ text: String, by n: Int) -> String {
  String(text.map { c -> Character in
    guard let i = alphabet.firstIndex(of: c) else { return c }
    return alphabet[(i + n + 26) % 26]
  })
}
let secret = shift("hello, world", by: 3)
print(secret, shift(secret, by: -3))
