struct Cache {
  lazy var value: Int = compute(1)
  func compute(_ n: Int) -> Int {
    var copy = self
    return copy.value + n
  }
}
var cache = Cache()
print(cache.value)
