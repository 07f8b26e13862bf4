// swift-format-ignore-file
func bump(_ n: inout Int) { n += 1 }
var xs = [1, 2, 3]
bump(&xs[1])
var pair = (a: 1, b: 2)
bump(&pair.b)
print(xs, pair)
