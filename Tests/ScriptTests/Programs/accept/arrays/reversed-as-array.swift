let a = [1, 2, 3]
let r: [Int] = a.reversed()
func back(_ list: [Int]) -> [Int] { list.reversed() }
var b = [0]
b = a.reversed()
b += [9].reversed()
print(r, back(a), b, Array(a.reversed()), a.reversed().map { $0 * 2 })
for n in (1...2).reversed() { print(n) }
let s: [Int] = (1...3).reversed()
print(s, a.reversed().first ?? 0)
