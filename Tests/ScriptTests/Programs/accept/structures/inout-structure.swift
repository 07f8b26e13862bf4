struct Account { var balance: Int }
func pay(_ amount: Int, from a: inout Account, to b: inout Account) {
  a.balance -= amount
  b.balance += amount
}
var x = Account(balance: 100)
var y = Account(balance: 5)
pay(30, from: &x, to: &y)
print(x.balance, y.balance)
