struct Scale {
  var factor: Double
  func scaled(by factor: Double) -> Scale { Scale(factor: self.factor * factor) }
}
print(Scale(factor: 3).scaled(by: 0.5).factor)
