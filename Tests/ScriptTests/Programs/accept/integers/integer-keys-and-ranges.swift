// swift-format-ignore-file
var seen: Set<UInt8> = [1, 2]
seen.insert(2)
print(seen.count)
let names: [Int16: String] = [5: "five"]
print(names[5]!)
for i: UInt8 in 250..<253 { print(i, terminator: " ") }
for i in UInt8(1)...3 { print(i, terminator: " ") }
print()
let byte: UInt8 = 7
switch byte {
case 0..<5: print("low")
case 5...9: print("middle")
default: print("high")
}
struct Color { var red: UInt8 = 0, green: UInt8 = 255 }
var color = Color()
color.red += 16
print(color, [byte, 9].sorted(by: >), min(byte, 3), byte == 7)
