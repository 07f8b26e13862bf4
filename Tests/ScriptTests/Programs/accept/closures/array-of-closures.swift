// swift-format-ignore-file
var handlers: [() -> Int] = []
for i in 1...3 { handlers.append { i * i } }
print(handlers.map { $0() })
