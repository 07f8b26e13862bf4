func descend(_ n: Int) -> Int { descend(n + 1) + 1 }
print(descend(0))
