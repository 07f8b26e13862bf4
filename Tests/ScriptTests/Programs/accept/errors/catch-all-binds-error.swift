enum Fault: Error { case code(Int) }
func run() throws { throw Fault.code(7) }
do {
  try run()
} catch {
  print(error)
}
