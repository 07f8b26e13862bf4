// swift-format-ignore-file
let s = "héllo👍"
print(s.count, s.utf8.count, s.utf16.count, s.unicodeScalars.count)
print(Array(s.utf8))
print(Array(s.utf16))
for u in s.unicodeScalars { print(u.value, u, terminator: " ") }
print()
print(s.unicodeScalars.map { $0.value })
print(s.utf8.map { Int($0) }.reduce(0, +))
for b in "ab".utf8 { print(b) }
for b in "ab".utf16 { print(b) }
