let big = UInt8.max
print(big &+ 1, UInt8.min &- 1, Int.max &+ 1 == Int.min, Int8.max &* 2)
