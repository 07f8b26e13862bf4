struct NoAnswer: Error, CustomStringConvertible {
  var description: String {
    var guesses = 0
    while true { guesses &+= 1 }
    return "no answer after \(guesses) guesses"
  }
}
func ask() throws -> Int { throw NoAnswer() }
func question() throws -> Int {
  var answers = [0]
  func answer(_ count: Int) throws {
    answers[0] += count
    answers[0] += try ask()
  }
  try answer(1)
  return answers[0]
}
print(try question())
