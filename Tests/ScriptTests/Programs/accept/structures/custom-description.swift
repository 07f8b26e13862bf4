struct Fraction: CustomStringConvertible {
  var top: Int
  var bottom: Int
  var description: String { "\(top)/\(bottom)" }
}
let half = Fraction(top: 1, bottom: 2)
print(half)
print("half is \(half)")
print([half, Fraction(top: 3, bottom: 4)])
print(String(describing: half) + "!")
