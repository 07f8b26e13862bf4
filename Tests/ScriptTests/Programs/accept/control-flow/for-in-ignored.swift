// swift-format-ignore-file
let base = 3
var answer = 1
for _ in 1...4 { answer *= base }
print(answer)
