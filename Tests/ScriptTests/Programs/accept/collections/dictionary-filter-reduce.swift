// swift-format-ignore-file
let ages = ["Ann": 31, "Bob": 17, "Cid": 45]
let adults = ages.filter { $0.value >= 18 }
print(adults.count, adults["Bob"] == nil)
print(ages.reduce(0) { $0 + $1.value })
print(ages.map { $0.value * 2 }.sorted())
print(ages.map { name, age in name.count + age }.sorted())
print(ages.contains { $0.key == "Bob" }, ages.allSatisfy { $0.value > 20 })
print(ages.max { $0.value < $1.value }!.key, ages.min { $0.value < $1.value }!.key)
print(ages.first { $0.value == 45 }!.key)
