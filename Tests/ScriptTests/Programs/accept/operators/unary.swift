// swift-format-ignore-file
let three = 3
let minus = -three
let plus = -minus
print(minus, plus, +minus)
