// swift-format-ignore-file
let ranges = [2..., 5...]
print(ranges, 1...)
print((...3).contains(3))
