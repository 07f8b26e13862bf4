struct Mean {
  private let values: [Double]
  init(_ values: [Double]) { self.values = values }
  private func sum() -> Double { values.reduce(0, +) }
  func value() -> Double { sum() / Double(values.count) }
}
print(Mean([1, 2, 3, 4]).value())
