extension Int {
  var positive: Int { max(1, self) }
}
print(0.positive)
