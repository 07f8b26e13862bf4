// swift-format-ignore-file
let lengths = ["a", "bbb"].map { word -> Int in
  let n = word.count
  return n * 10
}
print(lengths)
