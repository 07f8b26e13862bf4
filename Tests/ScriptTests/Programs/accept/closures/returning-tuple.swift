let minMax = { (a: [Int]) -> (min: Int, max: Int) in (a.min() ?? 0, a.max() ?? 0) }
let r = minMax([3, 9, 1])
print(r.min, r.max)
