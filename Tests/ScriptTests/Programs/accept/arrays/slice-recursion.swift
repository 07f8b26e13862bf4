// swift-format-ignore-file
func sum(_ xs: ArraySlice<Int>) -> Int {
  guard let f = xs.first else { return 0 }
  return f + sum(xs.dropFirst())
}
print(sum([1, 2, 3, 4][...]))
print(sum([1, 2, 3, 4][1...]))
func binary(_ a: ArraySlice<Int>, _ x: Int) -> Int? {
  if a.isEmpty { return nil }
  let mid = a.startIndex + a.count / 2
  if a[mid] == x { return mid }
  if a[mid] > x { return binary(a[..<mid], x) }
  return binary(a[(mid + 1)...], x)
}
print(binary([1, 3, 5, 7, 9, 11][...], 7) as Any)
