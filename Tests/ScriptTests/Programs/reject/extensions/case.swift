enum Suit { case hearts }
extension Suit { case spades }
extension Int { var stored = 3 }
