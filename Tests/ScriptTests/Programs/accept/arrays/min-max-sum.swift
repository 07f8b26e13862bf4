let n = [3.5, -1, 2]
print(n.min() ?? 0, n.max() ?? 0, n.reduce(0, +))
print(["pear", "fig"].max(by: { $0.count < $1.count }) ?? "")
