// swift-format-ignore-file
let age = 3
assert(age >= 0, "age is negative")
precondition(age < 10)
print("fine")
