// swift-format-ignore-file
struct Student {
  var name: String
  var points: [Int]
}
var course: [String: Student] = [:]
course["ann"] = Student(name: "Ann", points: [3])
course["ann"]?.points.append(5)
course["bob", default: Student(name: "Bob", points: [])].points.append(4)
for id in course.keys.sorted() { print(id, course[id]!.points.reduce(0, +)) }
