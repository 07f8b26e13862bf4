var n = 0
repeat {
  n = (n + 7) % 10
} while n < 20
print(n)
