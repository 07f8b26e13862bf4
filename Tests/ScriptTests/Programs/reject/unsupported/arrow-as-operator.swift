// swift-format-ignore-file
let count: Int? = 1
if let next = count?->.successor { print(next) }
