// swift-format-ignore-file
let grade = "B"
let points = switch grade {
case "A": 4.0
case "B": 3.0
default: 0.0
}
print(points)
