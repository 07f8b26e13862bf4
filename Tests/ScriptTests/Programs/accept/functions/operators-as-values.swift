// swift-format-ignore-file
let numbers = [5, 3, 9]
print(numbers.reduce(0, +), numbers.reduce(1, *), numbers.sorted(by: <), numbers.sorted(by: >))
let f: (Int, Int) -> Int = (-)
print(f(7, 2))
