// swift-format-ignore-file
enum Table {
  static let rows = [1, 2, 3]
  static subscript(i: Int) -> Int { rows[i] * 10 }
}
print(Table[1])
struct Store {
  static var values = [1, 2]
  static subscript(i: Int) -> Int {
    get { values[i] }
    set { values[i] = newValue }
  }
  static subscript(name: String) -> Int { name.count }
}
Store[0] = 7
Store[1] += 3
print(Store.values, Store["abc"])
