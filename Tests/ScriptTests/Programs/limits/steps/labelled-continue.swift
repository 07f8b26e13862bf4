var rounds = 0
outer: while rounds >= 0 {
  for i in 0..<10 where i > 3 {
    rounds = i
    continue outer
  }
}
