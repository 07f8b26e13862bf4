// swift-format-ignore-file
print([1, 2, 3, 4].count(where: { $0 % 2 == 0 }), "banana".count { $0 == "a" }, (1...9).count { $0 > 5 })
print(["a": 1, "b": 2].count { $0.value > 1 })
