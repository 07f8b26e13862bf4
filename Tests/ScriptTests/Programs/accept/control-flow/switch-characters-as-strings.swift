// swift-format-ignore-file
for s in ["a", "z", "b"] {
  switch s {
  case "a", "A": print("first")
  case "z": print("last")
  default: print("other")
  }
}
