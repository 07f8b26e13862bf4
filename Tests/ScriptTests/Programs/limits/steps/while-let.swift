var next: Int? = 1
while let current = next { next = 3 - current }
print(next ?? 0)
