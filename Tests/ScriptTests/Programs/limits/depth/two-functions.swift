func isEven(_ n: Int) -> Bool { isOdd(n + 1) }
func isOdd(_ n: Int) -> Bool { isEven(n + 1) }
print(isEven(0))
