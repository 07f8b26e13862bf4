// swift-format-ignore-file
var table: [Int: Int] = [:]
for i in 0..<3000 { table[i * 7919 % 5003] = i }
for i in stride(from: 0, to: 3000, by: 3) { table[i * 7919 % 5003] = nil }
var isRight = true
for i in 0..<3000 {
  let value = table[i * 7919 % 5003]
  isRight = isRight && (i % 3 == 0 ? value == nil : value == i)
}
print(table.count, isRight)
var sum = 0
for (key, value) in table { sum += key &* value }
print(sum)
