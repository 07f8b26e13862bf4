struct Course {
  struct Lecture {
    var title: String
    var minutes = 90
  }
  var lectures: [Lecture] = []
  var minutes: Int { lectures.map { $0.minutes }.reduce(0, +) }
}
var c = Course()
c.lectures.append(Course.Lecture(title: "Softmax"))
c.lectures.append(.init(title: "Adam", minutes: 45))
print(c.minutes, c.lectures[1].title)
