enum Failure: Error { case always }
func fail() throws { throw Failure.always }
var failures = 0
while true {
  do { try fail() } catch { failures += 1 }
}
