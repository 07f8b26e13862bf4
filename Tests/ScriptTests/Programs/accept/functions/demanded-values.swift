// swift-format-ignore-file
struct RingBuffer { private var storage: [Int?]
  init(capacity: Int) { storage = Array(repeating: nil, count: capacity) }
  var size: Int { storage.count } }
print(RingBuffer(capacity: 3).size)
var memo: [Int?] = Array(repeating: nil, count: 2)
memo[1] = 4
let ys: [Double] = [1, 2].map { $0 * 2 }
let zs: [Double] = [1, 2].map { Double($0) / 2 }
let strings: [String?] = [1, 2].map { $0 > 1 ? nil : "a" }
let opt: Double? = [1.5].first.map { $0 + 1 }
func table() -> [[Int?]] { Array(repeating: Array(repeating: nil, count: 2), count: 2) }
let total: Double = [1, 2].reduce(0) { $0 + $1 }
let best: Int? = [3, 1].max { $0 < $1 }
let fs: [(Int) -> Int] = [1, 2].map { k in { $0 * k } }
print(memo, ys, zs, strings, opt as Any, table(), total, best ?? 0, fs.map { $0(10) })
let lengths: [String: Int] = ["a", "bb"].reduce(into: [:]) { $0[$1] = $1.count }
print(lengths["bb"]!)
