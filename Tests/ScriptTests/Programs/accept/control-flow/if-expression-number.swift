// swift-format-ignore-file
func half(_ n: Int) -> Double { if n > 2 { 1 } else { 0.5 } }
let x: Double = if half(3) > 0.7 { 2 } else { 3.5 }
print(half(1), half(3), x)
