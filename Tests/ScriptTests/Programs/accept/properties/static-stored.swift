struct Course {
  static let name = "Deep learning"
  static var lectures = 10
  var number = 0
}
Course.lectures += 1
print(Course.name, Course.lectures, Course().number)
