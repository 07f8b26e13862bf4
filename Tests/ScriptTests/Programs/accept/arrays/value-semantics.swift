func changed(_ a: [Int]) -> [Int] {
  var a = a
  a[0] = 100
  return a
}
let original = [1, 2]
print(changed(original), original)
