let names = ["a", "b", "c"]
let values = [1, 2]
for (n, v) in zip(names, values) { print(n, v) }
print(zip(values, values.dropFirst()).map { $1 - $0 })
