var n = [1, 2, 3, 4]
n.swapAt(0, 3)
print(n)
n.swapAt(1, 2)
print(n)
