let greeting = "Guten Tag!"
for index in greeting.indices { print(greeting[index], terminator: "-") }
print()
let part = greeting.dropFirst(6)
for index in part.indices where part[index] != "a" {
  print(greeting[index], part.distance(from: part.startIndex, to: index))
}
print(greeting.indices.filter { greeting[$0].isUppercase }.map { greeting[$0] })
print(greeting.indices.count, "".indices.isEmpty)
