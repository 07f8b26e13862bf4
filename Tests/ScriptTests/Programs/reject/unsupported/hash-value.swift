let a = 5.hashValue
print(a == a)
