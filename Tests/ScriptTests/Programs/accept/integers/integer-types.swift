// swift-format-ignore-file
let a: Int8 = -128, b: UInt8 = 255, c: Int16 = 300, d: UInt32 = 4_000_000_000, e: UInt64 = 18_446_744_073_709_551_615
print(a, b, c, d, e, UInt.max, Int64.min)
print(Int8.min, Int8.max, UInt8.min, UInt8.max, Int16.max, UInt16.max, Int32.min, UInt32.max, UInt64.max)
print(Int.bitWidth, UInt8.bitWidth, c.bitWidth, Int.max, Int.min)
let list: [UInt8] = [1, 2, 250]
print(list, list.max()!, list.reduce(0) { $0 + Int($1) })
