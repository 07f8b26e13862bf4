func grow(_ rows: inout [[Int]]) {
  for i in rows.indices { rows[i] += rows[i] }
}
var rows = [[1], [2, 3]]
for _ in 0..<60 { grow(&rows) }
