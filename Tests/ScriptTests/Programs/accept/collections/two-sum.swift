func twoSum(_ list: [Int], _ target: Int) -> (Int, Int)? {
  var places: [Int: Int] = [:]
  for (i, n) in list.enumerated() {
    if let j = places[target - n] { return (j, i) }
    places[n] = i
  }
  return nil
}
print(twoSum([2, 7, 11, 15], 18) ?? (-1, -1), twoSum([1, 2], 9) == nil)
