// swift-format-ignore-file
func stop(_ why: String) -> Never { fatalError(why) }
func pick(_ n: Int) -> Int {
  if n > 0 { return n }
  stop("no")
}
print(pick(3))
