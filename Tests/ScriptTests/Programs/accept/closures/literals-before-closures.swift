// swift-format-ignore-file
func f(_ x: Double) -> Double { x * 2 }
func g(_ x: Int) -> String { "Int" }
func g(_ x: Double) -> String { "Double" }
print([0, 1].map { f($0) }, [0, 1].map(f))
let doubled: [Double] = [1, 2].map { $0 * 2 }
print(doubled, [1, 2].map { $0 * 2 }, [1, 2].map { $0 / 2.5 })
print([1, 2].map { ($0, Double($0)) }, [1, 2].map { "\($0)" }, [1, 2].map { g($0) })
print([1, 2].map { max($0, 1.5) }, [1, 2].map { [$0, 0.5] }, [1, 2].filter { $0 > 1.5 })
print([1, 2].map { $0 * 2 }.map { $0 + 1 }, [1, 2].map { $0 * 0.5 }.map { $0 + 1 })
print([0, 1].map { ["a", "b"][$0] }, [1, 2].map { $0 == 1 ? 2.5 : $0 })
