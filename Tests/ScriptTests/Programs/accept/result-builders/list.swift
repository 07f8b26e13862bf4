@resultBuilder
struct ListBuilder {
  static func buildBlock(_ parts: [String]...) -> [String] { parts.flatMap { $0 } }
  static func buildExpression(_ text: String) -> [String] { [text] }
  static func buildOptional(_ part: [String]?) -> [String] { part ?? [] }
  static func buildEither(first: [String]) -> [String] { first }
  static func buildEither(second: [String]) -> [String] { second }
  static func buildArray(_ parts: [[String]]) -> [String] { parts.flatMap { $0 } }
}
func list(@ListBuilder _ content: () -> [String]) -> [String] { content() }
let n = 2
let items = list {
  "first"
  if n > 1 { "many" }
  if n > 5 { "lots" } else { "few" }
  for i in 0..<n { "item \(i)" }
}
print(items)
