func forward(_ n: Int) -> Int { n + 1 }
func backward(_ n: Int) -> Int { n - 1 }
func choose(_ back: Bool) -> (Int) -> Int { back ? backward : forward }
var v = 3
let move = choose(v > 0)
while v != 0 {
  print("\(v)...")
  v = move(v)
}
print("zero!")
