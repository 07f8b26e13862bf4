var names: [String: [Int]] = [:]
var n = 0
while true {
  names["number \(n)", default: []].append(n)
  n += 1
}
