// swift-format-ignore-file
func encode(_ text: String) -> String {
  var result = ""
  var previous: Character? = nil
  var count = 0
  for c in text {
    if c == previous { count += 1 } else {
      if let p = previous { result += "\(count)\(p)" }
      previous = c
      count = 1
    }
  }
  if let p = previous { result += "\(count)\(p)" }
  return result
}
print(encode("aaabccd"), encode(""), encode("z"))
