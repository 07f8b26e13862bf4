// swift-format-ignore-file
let words = ["fig", "pear", "kiwi", "plum", "nut"]
let groups = Dictionary(grouping: words, by: { $0.count })
for n in groups.keys.sorted() { print(n, groups[n]!) }
