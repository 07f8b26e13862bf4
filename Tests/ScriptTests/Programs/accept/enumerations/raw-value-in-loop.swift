enum Digit: Int, CaseIterable { case zero, one, two, three }
print(Digit.allCases.map { $0.rawValue * $0.rawValue })
print((0..<5).compactMap { Digit(rawValue: $0) }.count)
