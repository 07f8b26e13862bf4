// swift-format-ignore-file
func describe(_ x: Int) -> String { "int \(x)" }
func describe(_ x: Double) -> String { "double \(x)" }
func describe(_ x: String) -> String { "string \(x)" }
func describe(_ x: Int, twice: Bool) -> String { "twice \(2 * x)" }
print(describe(1), describe(1.5), describe("a"), describe(3, twice: true))
