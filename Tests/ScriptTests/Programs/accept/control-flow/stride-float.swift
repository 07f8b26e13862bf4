for x in stride(from: 0.0, through: 1.0, by: 0.25) { print(x, terminator: " ") }
print()
for i in stride(from: 10, to: 0, by: -3) { print(i, terminator: ",") }
print()
