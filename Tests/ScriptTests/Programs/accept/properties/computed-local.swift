// swift-format-ignore-file
func f(_ n: Int) -> Int {
  var base = n
  var doubled: Int { base * 2 }
  var half: Int {
    get { base / 2 }
    set(v) { base = v * 2 }
  }
  base += 1
  half = doubled
  return half + doubled
}
print(f(3))
