// swift-format-ignore-file
print([1, 2].reduce(0.0, +), [1, 2].reduce(0, +), [1, 2].reduce(1.5, max))
let sum: Double = [1, 2].reduce(0, +)
let other: Double = [1, 2].reduce(0) { $0 + $1 }
print(sum, other, [1, 2].reduce(0.5) { $0 + $1 }, [3, 1].reduce(0.5) { $0 + Double($1) })
