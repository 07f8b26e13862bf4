struct TimesTable {
  let factor: Int
  subscript(i: Int) -> Int { factor * i }
}
let t = TimesTable(factor: 7)
print(t[6], t[0])
