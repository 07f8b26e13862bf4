@resultBuilder
enum Total {
  static func buildBlock(_ parts: Int...) -> Int { parts.reduce(0, +) }
}
func total(@Total _ parts: () -> Int) -> Int { parts() }
print(
  total {
    1
    2 * 3
    let extra = 10
    extra + 1
  }
)
