enum State {
  case idle
  case running(Int)
  case done
}
enum Event { case start, tick, stop }
func next(_ s: State, _ e: Event) -> State {
  switch (s, e) {
  case (.idle, .start): .running(0)
  case (.running(let n), .tick) where n < 1: .running(n + 1)
  case (.running, _): .done
  default: s
  }
}
var s = State.idle
for e in [Event.tick, .start, .tick, .tick, .stop] {
  s = next(s, e)
  print(s)
}
