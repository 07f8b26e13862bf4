// swift-format-ignore-file
for n in [5, 6] {
  var description = "\(n) is"
  switch n {
  case 2, 3, 5, 7: description += " a prime, and also"; fallthrough
  default: description += " an integer."
  }
  print(description)
}
