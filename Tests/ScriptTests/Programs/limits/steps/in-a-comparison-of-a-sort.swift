let sorted = [3, 1, 2].sorted { a, b in
  while a != b {}
  return a < b
}
print(sorted)
