// swift-format-ignore-file
print([1, 2].lexicographicallyPrecedes([1, 3]), [2].lexicographicallyPrecedes([1, 5]))
print("abc".lexicographicallyPrecedes("abd"))
print([1,2,3].starts(with: [1,2]))
