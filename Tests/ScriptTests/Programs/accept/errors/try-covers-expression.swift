enum E: Error { case e }
func one() throws -> Int { 1 }
func two() throws -> Int { 2 }
do {
  let sum = try one() + two() * two()
  print(sum)
} catch { print("never") }
