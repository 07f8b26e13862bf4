// swift-format-ignore-file
@discardableResult
func push(_ x: Int, _ xs: inout [Int]) -> Int { xs.append(x); return xs.count }
var xs: [Int] = []
push(4, &xs)
print(push(5, &xs), xs)
