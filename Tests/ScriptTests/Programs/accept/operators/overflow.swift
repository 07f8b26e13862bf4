// swift-format-ignore-file
print(Int.max &+ 1 == Int.min, Int.min &- 1 == Int.max, Int.max &* 2)
