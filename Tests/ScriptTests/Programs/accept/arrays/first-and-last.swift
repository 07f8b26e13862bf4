let n = [3, 1, 4, 1, 5]
print(n.first ?? 0, n.last ?? 0, n.first(where: { $0 > 3 }) ?? 0)
print(n.firstIndex(of: 1) ?? -1, n.lastIndex(of: 1) ?? -1, n.firstIndex(where: { $0 > 9 }) ?? -1)
print(n.contains(4), n.contains { $0 > 4 })
