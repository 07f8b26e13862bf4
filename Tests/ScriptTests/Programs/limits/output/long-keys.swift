let key = String(repeating: "k", count: 300_000)
print([key: key, key + "1": key])
