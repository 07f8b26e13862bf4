func load(_ n: Int, success: (Int) -> Void, failure: () -> Void) {
  if n > 0 { success(n) } else { failure() }
}
load(3) { n in
  print("got", n)
} failure: {
  print("none")
}
load(0) {
  print($0)
} failure: {
  print("none")
}
