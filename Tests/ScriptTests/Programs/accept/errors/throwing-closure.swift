enum E: Error { case odd(Int) }
let halve: (Int) throws -> Int = { n in
  if n % 2 != 0 { throw E.odd(n) }
  return n / 2
}
do {
  print(try [2, 4].map(halve))
  print(try [2, 5].map(halve))
} catch { print(error) }
