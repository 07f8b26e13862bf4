// swift-format-ignore-file
let points = [(10, 0), (30, -30), (-20, 0)]
for case (let x, 0) in points { print(x) }
for case let n? in [1, nil, 3] { print(n) }
for case let n? in [1, nil, 3] where n > 1 { print("big", n) }
