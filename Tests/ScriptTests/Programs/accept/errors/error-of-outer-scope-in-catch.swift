enum E: Error { case a, b }
func f(_ error: Int) throws { throw error > 1 ? E.a : E.b }

let error = 5
do {
  try f(error)
} catch E.a {
  // Only a clause without a pattern has an error of its own.
  print(error)
} catch {
  print(error)
}
