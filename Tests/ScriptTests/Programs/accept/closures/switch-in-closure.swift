// swift-format-ignore-file
let words = [1, 2, 3].map { n in
  switch n {
  case 1: "one"
  case 2: "two"
  default: "many"
  }
}
print(words)
