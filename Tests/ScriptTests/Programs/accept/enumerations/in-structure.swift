struct Task {
  enum Status {
    case open
    case closed(by: String)
  }
  var name: String
  var status = Status.open
}
var t = Task(name: "write")
t.status = .closed(by: "me")
print(t)
if case .closed(let who) = t.status { print(who) }
