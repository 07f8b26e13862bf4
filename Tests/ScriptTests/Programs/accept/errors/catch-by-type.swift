enum A: Error { case one }
enum B: Error { case two }
func f(_ n: Int) throws {
  if n == 1 { throw A.one }
  if n == 2 { throw B.two }
}
for n in 1...3 {
  do {
    try f(n)
    print("fine")
  } catch is A {
    print("an A")
  } catch let b as B {
    print("a B:", b)
  } catch {
    print("other")
  }
}
