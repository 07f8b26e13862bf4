print(twice(4))
func twice(_ n: Int) -> Int { helper(n) * 2 }
func helper(_ n: Int) -> Int { n + 1 }
let f: (Int) -> Int = twice
print(f(1))
