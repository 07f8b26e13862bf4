// swift-format-ignore-file
var i = 0
var a = [10, 20, 30]
func next() -> Int { i += 1; return i }
a[i] = next()
print(a, i)
a[i] += next()
print(a, i)
a[next() - 1] = i
print(a)
