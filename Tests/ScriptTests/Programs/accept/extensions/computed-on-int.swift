extension Int {
  var squared: Int { self * self }
  var isEven: Bool { self % 2 == 0 }
}
print(7.squared, 4.isEven, (1...4).map { $0.squared })
