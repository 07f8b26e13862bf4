// swift-format-ignore-file
for tick in stride(from: 0, to: 60, by: 15) { print(tick, terminator: " ") }
for hour in stride(from: 3, through: 12, by: 3) { print(hour, terminator: " ") }
for t in stride(from: 1.0, to: 0.0, by: -0.25) { print(t, terminator: " ") }
print()
