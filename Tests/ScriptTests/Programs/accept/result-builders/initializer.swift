@resultBuilder
struct Rows {
  static func buildBlock(_ rows: [Double]...) -> [[Double]] { rows }
}
struct Table {
  var rows: [[Double]]
  init(@Rows _ rows: () -> [[Double]]) { self.rows = rows() }
}
let t = Table {
  [1.0, 2.0]
  [3.0, 4.5]
}
print(t.rows)
