enum StatisticsError: Error {
  case noRatings
  case invalidRating(Int)
}

func average(_ ratings: [Int]) throws(StatisticsError) -> Double {
  guard !ratings.isEmpty else { throw .noRatings }
  for rating in ratings where rating < 1 || rating > 5 {
    throw .invalidRating(rating)
  }
  return Double(ratings.reduce(0, +)) / Double(ratings.count)
}

for ratings in [[4, 5], [], [3, 7]] {
  do {
    print(try average(ratings))
  } catch {
    switch error {
    case .noRatings: print("no ratings")
    case .invalidRating(let rating): print("invalid:", rating)
    }
  }
}
