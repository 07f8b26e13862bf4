var squares: [Int: Int] = [:]
while true { squares[squares.count] = squares.count }
