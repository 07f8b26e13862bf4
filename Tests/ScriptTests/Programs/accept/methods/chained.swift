struct Query {
  var parts: [String] = []
  func adding(_ part: String) -> Query {
    var copy = self
    copy.parts.append(part)
    return copy
  }
}
let q = Query().adding("a").adding("b").adding("c")
print(q.parts, Query().parts)
