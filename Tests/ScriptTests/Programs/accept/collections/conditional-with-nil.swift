// swift-format-ignore-file
let n = 3
let small = n < 10 ? n : nil
print(small ?? 0)
let big = n > 10 ? "big" : nil
print(big == nil)
func half(_ x: Int) -> Int? { x % 2 == 0 ? x / 2 : nil }
print(half(4) ?? -1, half(5) ?? -1)
print([1, 2, 3].compactMap { $0 > 1 ? $0 * 10 : nil })
