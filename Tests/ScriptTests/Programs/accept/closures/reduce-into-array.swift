let running = (1...5).reduce(into: [Int]()) { sums, n in sums.append((sums.last ?? 0) + n) }
print(running)
let buckets = [1, 2, 1, 3, 1].reduce(into: [0, 0, 0, 0]) { $0[$1] += 1 }
print(buckets)
let evens = [1, 2, 3, 4].reduce(into: [Int]()) {
  if $1 % 2 == 0 { $0.append($1) }
}
print(evens)
struct Stats {
  var sum = 0.0
  var count = 0
}
let s = [1.5, 2.5].reduce(into: Stats()) { s, x in
  s.sum += x
  s.count += 1
}
print(s)
