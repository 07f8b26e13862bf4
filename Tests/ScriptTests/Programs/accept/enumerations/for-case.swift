enum Event {
  case key(Int)
  case click
}
let events = [Event.key(3), .click, .key(8), .key(1)]
for case .key(let k) in events where k > 2 { print(k) }
