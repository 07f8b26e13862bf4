struct Book {
  var pages = ["one", "two", "three"]
  subscript(n: Int) -> String { pages[n] }
  subscript(text: String) -> Int? { pages.firstIndex(of: text) }
}
let b = Book()
print(b[1], b["three"] ?? -1, b["x"] ?? -1)
