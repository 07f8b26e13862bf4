// swift-format-ignore-file
func stepForward(_ n: Int) -> Int { n + 1 }
func stepBackward(_ n: Int) -> Int { n - 1 }
func choose(backward: Bool) -> (Int) -> Int { backward ? stepBackward : stepForward }
var value = 3
let toZero = choose(backward: value > 0)
while value != 0 { print(value, terminator: " "); value = toZero(value) }
print("zero")
