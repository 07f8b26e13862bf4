// swift-format-ignore-file
for c in "Dog!🐶" { print(c, terminator: "|") }
print()
var vowels = 0
for c in "education" where "aeiou".contains(c) { vowels += 1 }
print(vowels)
for (i, c) in "abc".enumerated() { print(i, c) }
for c in "xyz".reversed() { print(c, terminator: "") }
print()
let letters = Array("hello")
print(letters, letters[1], letters.count)
