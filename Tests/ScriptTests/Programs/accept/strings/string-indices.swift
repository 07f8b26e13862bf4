// swift-format-ignore-file
let greeting = "Guten Tag!"
print(greeting[greeting.startIndex])
print(greeting[greeting.index(before: greeting.endIndex)])
print(greeting[greeting.index(after: greeting.startIndex)])
let index = greeting.index(greeting.startIndex, offsetBy: 7)
print(greeting[index], greeting.distance(from: greeting.startIndex, to: index))
var i = greeting.startIndex
while i < greeting.endIndex {
  print(greeting[i], terminator: "-")
  i = greeting.index(after: i)
}
print()
if let j = greeting.index(greeting.startIndex, offsetBy: 20, limitedBy: greeting.endIndex) { print(greeting[j]) } else { print("too far") }
if let j = greeting.index(greeting.startIndex, offsetBy: 2, limitedBy: greeting.endIndex) { print(greeting[j]) }
print(greeting[greeting.index(greeting.endIndex, offsetBy: -2)])
