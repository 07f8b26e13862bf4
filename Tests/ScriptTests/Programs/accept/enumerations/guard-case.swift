enum Weather {
  case sun(Int)
  case rain
}
func degrees(_ w: Weather) -> Int {
  guard case .sun(let d) = w else { return 0 }
  return d
}
print(degrees(.sun(25)), degrees(.rain))
