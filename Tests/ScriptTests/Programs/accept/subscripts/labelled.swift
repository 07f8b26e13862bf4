struct Table {
  var values = [10, 20, 30]
  subscript(at i: Int) -> Int { values[i] }
  subscript(safe i: Int) -> Int? { values.indices.contains(i) ? values[i] : nil }
}
let t = Table()
print(t[at: 1], t[safe: 2] ?? -1, t[safe: 9] ?? -1)
