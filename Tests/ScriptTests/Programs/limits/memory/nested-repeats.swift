let cube = Array(
  repeating: Array(repeating: Array(repeating: 0.0, count: 1000), count: 1000),
  count: 1_000_000_000
)
print(cube.count)
