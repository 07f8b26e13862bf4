func find(_ n: Int, in list: [Int]) -> Int? {
  var (low, high) = (0, list.count - 1)
  while low <= high {
    let middle = (low + high) / 2
    switch list[middle] {
    case n: return middle
    case ..<n: low = middle + 1
    default: high = middle - 1
    }
  }
  return nil
}
print(find(7, in: [1, 3, 7, 9]) ?? -1, find(4, in: [1, 3, 7, 9]) ?? -1)
