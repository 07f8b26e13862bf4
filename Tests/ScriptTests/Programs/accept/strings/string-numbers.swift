// swift-format-ignore-file
print(Int("12") ?? 0, Int("-7")!, Int("+3")!, Int("1.5") == nil, Int(" 1") == nil, Int("") == nil)
print(Double("1e3")!, Double("-.5") ?? 9, Double("abc") == nil, Double("0x10")!)
let parts = "4 8 15".split(separator: " ")
print(parts.map { Int($0)! }.reduce(0, +), Int(parts[0])! * 2)
print(Bool("true")!, Bool("no") == nil)
