enum Sign {
  case negative, zero, positive
  init(_ n: Int) {
    if n < 0 { self = .negative } else if n == 0 { self = .zero } else { self = .positive }
  }
}
print([-4, 0, 9].map { Sign($0) })
