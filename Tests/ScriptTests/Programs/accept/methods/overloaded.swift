struct Printer {
  func show(_ n: Int) -> String { "int \(n)" }
  func show(_ d: Double) -> String { "double \(d)" }
  func show(_ s: String) -> String { "text \(s)" }
}
let p = Printer()
print(p.show(1), p.show(1.0), p.show("1"))
