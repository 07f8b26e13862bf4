// swift-format-ignore-file
let text = "one two three"
let first = text.prefix(3)
let rest = text.dropFirst(4)
print(first, rest, rest.count, rest.first!, rest.last!)
print(first == "one", rest.hasPrefix("two"), String(first) + "!")
let third = rest.dropFirst(4)
print(third, third[third.startIndex], rest[rest.startIndex])
print(text.suffix(5).uppercased(), text.dropLast(6), text.prefix(100), text.prefix(0).isEmpty)
let again: String = String(third)
print(again == third, third != text, third > first)
print(text.prefix(while: { $0 != " " }), text.drop(while: { $0 != " " }))
let middle = text[text.index(text.startIndex, offsetBy: 4)..<text.index(text.endIndex, offsetBy: -6)]
print(middle, middle.startIndex == rest.startIndex)
print([first, rest], "\(first)")
