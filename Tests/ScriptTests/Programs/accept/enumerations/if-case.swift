enum Result2 {
  case ok(Int)
  case failed(String)
}
let results = [Result2.ok(1), .failed("late"), .ok(3)]
var total = 0
for r in results {
  if case .ok(let n) = r { total += n }
  if case .failed(let why) = r { print("failed:", why) }
}
print(total)
