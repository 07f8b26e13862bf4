struct Report {
  var numbers: [Int]
  lazy var total: Int = {
    print("summing")
    return numbers.reduce(0, +)
  }()
}
var r = Report(numbers: [1, 2, 3])
print("made")
print(r.total)
print(r.total)
