struct Counter { var count = 0 }
var a = Counter()
var b = a
b.count += 5
a.count += 1
print(a.count, b.count)
let c = [a, b]
var d = c
d[0].count = 100
print(c[0].count, d[0].count)
