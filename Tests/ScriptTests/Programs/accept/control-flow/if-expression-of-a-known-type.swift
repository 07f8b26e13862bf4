// swift-format-ignore-file
let b = true
let x: Double = if b { 1 } else { 2.5 }
func half(_ n: Int) -> Double { if n > 1 { 1 } else { 0.5 } }
let o: Int? = 3
let y = if b { o } else { 2 }
let z = if b { [] } else { [2] }
let w: Int? = if b { nil } else { 2 }
print(x, half(1), y ?? 0, z, w ?? 1)
