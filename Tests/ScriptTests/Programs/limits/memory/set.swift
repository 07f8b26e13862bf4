var seen: Set<Int> = []
var n = 0
while true {
  seen.insert(n)
  n += 3
}
