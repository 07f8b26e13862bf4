func unique(_ list: [Int]) -> [Int] {
  var seen: Set<Int> = []
  return list.filter { seen.insert($0).inserted }
}
print(unique([3, 1, 3, 2, 1]))
