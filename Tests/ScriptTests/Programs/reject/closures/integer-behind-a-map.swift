let x: Double? = nil
print(x.map { $0 * 2 } ?? -1)
