// swift-format-ignore-file
for count in [0, 3, 8, 62, 150, 2000] {
  let text: String
  switch count {
  case 0: text = "no"
  case 1..<5: text = "a few"
  case 5..<12: text = "several"
  case 12..<100: text = "dozens of"
  case 100..<1000: text = "hundreds of"
  default: text = "many"
  }
  print(text)
}
