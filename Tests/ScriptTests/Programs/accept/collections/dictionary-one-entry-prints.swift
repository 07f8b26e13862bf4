// swift-format-ignore-file
let one = ["key": 1.5]
print(one)
print("interpolated \(one)")
print(one.keys, one.values)
for pair in one { print(pair) }
let nested = ["outer": ["inner": [1, 2]]]
print(nested)
print([7: "a\"b"], [true: Optional(3)], [1: Set([2])])
