print(stride(from: 0, to: Int.max, by: 1).max() ?? 0)
