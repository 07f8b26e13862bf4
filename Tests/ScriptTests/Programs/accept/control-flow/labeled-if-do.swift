// swift-format-ignore-file
check: if true {
  print("in")
  if 1 < 2 { break check }
  print("never")
}
block: do {
  print("start")
  if true { break block }
  print("never")
}
print("end")
