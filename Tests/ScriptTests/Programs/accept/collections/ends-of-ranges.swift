// swift-format-ignore-file
print((3...5).first!, (0..<5).last!, (3...5).last!, (2..<2).first as Any, (2..<2).last as Any, (Int.min..<Int.min).last as Any)
let wide = 0..<1_000_000_000_000
print(wide.first ?? -1, wide.last ?? -1, (0...Int.max).last!, (1...3).reversed().first!)
var r = 4...9
r = r.lowerBound...r.last!
if let last = r.last, let first = r.first { print(first, last, r) }
let o: Int? = 5
print(o.debugDescription, ("x" as String?).debugDescription)
