// swift-format-ignore-file
var s: Set = [1, 2, 3]
s.formUnion([3, 4])
print(s.sorted())
s.formIntersection([2, 3, 4, 9])
print(s.sorted())
s.subtract([2])
print(s.sorted())
s.formSymmetricDifference([3, 8])
print(s.sorted())
