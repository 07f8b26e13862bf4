enum Token: Equatable {
  case number(Int)
  case plus
  case name(String)
}
print(Token.number(3) == .number(3), Token.number(3) == .number(4), Token.plus == .name("+"))
print([Token.plus, .number(1)].firstIndex(of: .number(1)) ?? -1)
