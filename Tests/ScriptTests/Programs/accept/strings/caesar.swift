func shifted(_ text: String, by n: Int) -> String {
  let letters = Array("abcdefghijklmnopqrstuvwxyz")
  return String(
    text.map { c in
      guard let i = letters.firstIndex(of: c) else { return c }
      return letters[(i + n) % 26]
    }
  )
}
print(shifted("hello, world", by: 3), shifted("khoor, zruog", by: 23))
