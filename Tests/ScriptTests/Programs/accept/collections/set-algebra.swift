// swift-format-ignore-file
let odd: Set = [1, 3, 5, 7, 9]
let even: Set = [0, 2, 4, 6, 8]
let primes: Set = [2, 3, 5, 7]
print(odd.union(even).sorted())
print(odd.intersection(even).sorted(), odd.intersection(primes).sorted())
print(odd.subtracting(primes).sorted())
print(odd.symmetricDifference(primes).sorted())
print(odd.union([11, 1]).count, odd.intersection(1...3).sorted())
