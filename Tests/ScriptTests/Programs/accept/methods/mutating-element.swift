struct Cell {
  var alive = false
  mutating func flip() { alive = !alive }
}
var row = [Cell(), Cell(), Cell()]
row[1].flip()
row[2].flip()
row[2].flip()
print(row.map { $0.alive })
