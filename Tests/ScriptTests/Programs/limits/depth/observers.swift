struct Pair {
  var left = 0 { didSet { right += 1 } }
  var right = 0 { didSet { left += 1 } }
}
var pair = Pair()
pair.left = 1
print(pair)
