let age = 3
assert(age >= 0, "negative")
precondition(age < 200)
print("fine")
