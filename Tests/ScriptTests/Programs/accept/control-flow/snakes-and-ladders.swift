let finalSquare = 25
var board = [Int](repeating: 0, count: finalSquare + 1)
board[03] = +08
board[06] = +11
board[14] = -10
board[22] = -08
var square = 0
var dice = 0
gameLoop: while square != finalSquare {
  dice += 1
  if dice == 7 { dice = 1 }
  switch square + dice {
  case finalSquare:
    break gameLoop
  case let newSquare where newSquare > finalSquare:
    continue gameLoop
  default:
    square += dice
    square += board[square]
  }
}
print("Game over at", square, "with", dice)
