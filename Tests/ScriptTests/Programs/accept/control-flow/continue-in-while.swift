// swift-format-ignore-file
var i = 0
while i < 6 {
  i += 1
  if i % 2 == 0 { continue }
  print(i)
}
