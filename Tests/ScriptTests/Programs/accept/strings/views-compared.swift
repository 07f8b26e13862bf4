// swift-format-ignore-file
let a = "cafe\u{301}"
let b = "café"
print(a == b, a.utf8.count, b.utf8.count)
print(a.unicodeScalars.count, b.unicodeScalars.count)
print(a.utf8.elementsEqual(b.utf8))
print("abc".utf8.first!, "abc".utf8.contains(98), "xyz".utf8.max()!)
