print([1, 0, 2, 0, 3].split(separator: 0).map { Array($0) })
