struct Counter {
  var limit: Int
  var steps: Int {
    var n = 0
    while n != limit { n = (n + 2) % 1000 }
    return n
  }
}
print(Counter(limit: 3).steps)
