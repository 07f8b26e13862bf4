// swift-format-ignore-file
func f(_ n: Int?) {
  guard let m = n else { print(m); return }
  print(m)
}
