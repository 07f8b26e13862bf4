// swift-format-ignore-file
func f(_ g: () -> Int) -> Int { [1, 2].map { $0 + g() }.reduce(0, +) }
func k(_ g: () -> Int) -> Int { f(g) }
print(k { 1 })
