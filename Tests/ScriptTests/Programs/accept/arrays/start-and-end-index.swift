let a = ["x", "y", "z"]
print(a.endIndex, a[a.endIndex - 1])
