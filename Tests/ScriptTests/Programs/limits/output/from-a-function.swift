func report(_ n: Int) {
  print("level", n)
  if n < 60 {
    report(n + 1)
    report(n + 1)
  }
}
report(0)
