func finish() {
  defer { while true {} }
  print("begun")
}
finish()
