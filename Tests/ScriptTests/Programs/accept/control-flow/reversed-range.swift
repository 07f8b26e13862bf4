for i in (1...3).reversed() { print(i) }
for c in "abc" { print(c, terminator: "|") }
print()
