func depth(_ n: Int) -> Int { [n].map { depth($0 + 1) }[0] }
print(depth(0))
