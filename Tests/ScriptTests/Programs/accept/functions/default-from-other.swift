func greet(_ name: String = "you", times: Int = 1) -> String {
  var s = ""
  for _ in 0..<times { s += "hi " + name + ";" }
  return s
}
print(greet(), greet("Ann"), greet(times: 2), greet("Bo", times: 2))
