var numbers = Array(repeating: 0, count: 1_000_000)
while numbers[0] >= 0 {
  let before = numbers
  numbers[0] += 1
  if before[0] == numbers[0] { break }
}
