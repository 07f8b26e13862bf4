let groups = Dictionary(grouping: 0..<Int.max) { $0 % 10 }
print(groups.count)
