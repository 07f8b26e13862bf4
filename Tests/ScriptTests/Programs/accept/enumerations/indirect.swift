indirect enum Expression {
  case number(Double)
  case sum(Expression, Expression)
  case product(Expression, Expression)
}
func evaluate(_ e: Expression) -> Double {
  switch e {
  case .number(let n): n
  case .sum(let a, let b): evaluate(a) + evaluate(b)
  case .product(let a, let b): evaluate(a) * evaluate(b)
  }
}
print(evaluate(.product(.sum(.number(5), .number(4)), .number(2))))
