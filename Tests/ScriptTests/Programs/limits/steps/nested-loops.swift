var count = 0
for a in 0..<1000 {
  for b in 0..<1000 {
    for c in 0..<1000 where a < b { count += c & 1 }
  }
}
print(count)
