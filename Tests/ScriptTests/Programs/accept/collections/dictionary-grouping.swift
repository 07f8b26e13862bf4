// swift-format-ignore-file
let byParity = Dictionary(grouping: 1...7) { $0 % 2 == 0 }
print(byParity[true]!, byParity[false]!)
let words = ["ant", "bee", "ape", "bat", "cow"]
let byLength = Dictionary(grouping: words, by: { $0.count })
print(byLength)
let byPrefix = Dictionary(grouping: words) { $0.hasPrefix("a") ? "a" : "other" }
for (group, members) in byPrefix.sorted(by: { $0.key < $1.key }) { print(group, members) }
