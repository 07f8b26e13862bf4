// swift-format-ignore-file
let x: [Int]! = [1]
var y = x
var z: Int! = 3
z = nil
print(x == [1], z ?? 5, z == 3)
switch z { case nil: print("n"); case let v?: print(v) }
print(x)
print("\(z)")
let w = z
let t = (z, 3)
