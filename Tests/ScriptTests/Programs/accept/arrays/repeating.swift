let zeros = Array(repeating: 0.0, count: 3)
let more = [Double](repeating: 2.5, count: 2)
print(zeros + more)
