let row = Array(repeating: 1, count: 10_000)
let flat = Array(Array(repeating: row, count: 100_000).joined())
print(flat.count)
