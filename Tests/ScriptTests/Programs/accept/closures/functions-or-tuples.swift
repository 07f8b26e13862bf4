// swift-format-ignore-file
struct P { var s: Int
  init(_ t: (Int, Int)) { s = t.0 * 10 + t.1 } }
struct Q { var a: Int; var b: Int
  static func make(_ a: Int, _ b: Int) -> Q { Q(a: a, b: b) }
  static func pair(_ t: (Int, Int)) -> Int { t.0 - t.1 } }
func whole(_ t: (Int, Int)) -> Int { t.0 + t.1 }
func maker(_ k: Int) -> (Int, Int) -> Int { { k * $0 + $1 } }
var calls = 0
func counted() -> (Int, Int) -> Int { calls += 1; return { $0 + $1 } }
print([(1, 2)].map(P.init).map { $0.s }, [(1, 2)].map(Q.init).map { $0.b }, [(3, 4)].map(Q.make).map { $0.a })
print([(1, 2)].map(whole), [(5, 2)].map(Q.pair), [(1, 2)].map(maker(7)), [(1, 2), (3, 4)].map(counted()), calls)
let table: [String: (Int, Int) -> Int] = ["+": { $0 + $1 }, "-": { $0 - $1 }]
print([(1, 2)].map(table["+"]!), zip(1...3, 4...6).map(table["-"]!))
print([(2, 3)].contains(where: ==), [(2, 2)].first(where: ==)!, zip([1, 2], [2, 1]).filter(>).count)
print([("b", 1), ("a", 2)].sorted(by: <), [("b", 1), ("a", 2)].min(by: <)!.0)
