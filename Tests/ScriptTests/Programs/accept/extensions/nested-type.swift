struct Game { var score = 0 }
extension Game {
  enum Outcome { case won, lost }
  func outcome(against other: Int) -> Outcome { score > other ? .won : .lost }
}
print(Game(score: 3).outcome(against: 2), Game().outcome(against: 2))
