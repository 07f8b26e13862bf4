// swift-format-ignore-file
let point = (3, 0)
if case (let x, 0) = point { print("on the axis at", x) }
let value: Int? = 5
if case let v? = value { print(v) }
if case 1...9 = 5 { print("digit") }
