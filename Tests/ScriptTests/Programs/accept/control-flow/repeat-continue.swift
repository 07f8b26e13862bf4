// swift-format-ignore-file
var i = 0
repeat {
  i += 1
  if i == 2 { continue }
  if i == 5 { break }
  print(i)
} while i < 10
