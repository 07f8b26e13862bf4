struct Ring {
  var items: [String]
  subscript(i: Int) -> String {
    get { items[((i % items.count) + items.count) % items.count] }
    set { items[((i % items.count) + items.count) % items.count] = newValue }
  }
}
var r = Ring(items: ["a", "b", "c"])
r[-1] = "z"
print(r[2], r[5], r[-3], r.items)
