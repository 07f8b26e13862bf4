enum State { case idle, running, done }
let s: State = .running
print(s == .running, s != .done, [State.idle, .done].contains(.idle))
