// swift-format-ignore-file
infix operator <>: AdditionPrecedence
func <> (a: String, b: String) -> String { a + "," + b }
infix operator +++=: AssignmentPrecedence
func +++= (a: inout [Int], b: Int) { a.append(b); a.append(b) }
var xs = [1]
xs +++= 4
print("a" <> "b" <> "c", xs)
