var makers: [() -> [Int]] = []
while true {
  let row = Array(repeating: makers.count, count: 100)
  makers.append { row }
}
