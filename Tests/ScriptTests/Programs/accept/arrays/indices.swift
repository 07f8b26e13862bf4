let a = ["x", "y", "z"]
for i in a.indices where i % 2 == 0 { print(i, a[i]) }
print(a.endIndex, a[a.count - 1])
