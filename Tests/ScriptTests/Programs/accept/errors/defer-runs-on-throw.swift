enum E: Error { case x }
func work(_ fails: Bool) throws {
  defer { print("cleaned") }
  if fails { throw E.x }
  print("worked")
}
try? work(false)
try? work(true)
