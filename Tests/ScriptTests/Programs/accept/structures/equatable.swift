struct Grade: Equatable {
  var subject: String
  var points: Int
}
let a = Grade(subject: "maths", points: 12)
var b = a
print(a == b, a != b)
b.points = 11
print(a == b, a != b)
print([a, b] == [a, a], [a].contains(a), [a].contains(b))
