// A limit counts in the direction of the way alone.
let word = "softmax"
let middle = word.index(word.startIndex, offsetBy: 4)
func show(_ index: String.Index?) {
  if let index { print(word.distance(from: word.startIndex, to: index)) } else { print("nil") }
}
show(word.index(middle, offsetBy: 2, limitedBy: word.startIndex))
show(word.index(middle, offsetBy: -2, limitedBy: word.endIndex))
show(word.index(middle, offsetBy: -5, limitedBy: word.startIndex))
show(word.index(middle, offsetBy: 3, limitedBy: word.endIndex))
show(word.index(middle, offsetBy: 4, limitedBy: word.endIndex))
show(word.index(middle, offsetBy: 1, limitedBy: middle))
show(word.index(middle, offsetBy: 0, limitedBy: word.startIndex))
show(word.index(middle, offsetBy: Int.min, limitedBy: word.startIndex))
