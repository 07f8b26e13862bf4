let zeros = [Double](repeating: 0, count: Int.max)
print(zeros.count)
