// swift-format-ignore-file
var a = [3, 8, 1, 9, 4]
let p = a.partition(by: { $0 > 4 })
print(p, a[..<p].sorted(), a[p...].sorted())
