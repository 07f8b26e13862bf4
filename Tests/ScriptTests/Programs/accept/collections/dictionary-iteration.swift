// swift-format-ignore-file
let prices = ["tea": 2.5, "cake": 4]
var total = 0.0
for (name, price) in prices { total += price + Double(name.count) }
print(total)
for entry in prices.sorted(by: { $0.key < $1.key }) { print(entry.key, entry.value) }
for key in prices.keys.sorted() { print(key) }
for value in prices.values.sorted() { print(value) }
for (_, price) in prices where price > 3 { print(price) }
