struct Problem: Error {
  var line: Int
  var text: String
}
do {
  throw Problem(line: 3, text: "no such name")
} catch let p as Problem {
  print("\(p.line): \(p.text)")
}
