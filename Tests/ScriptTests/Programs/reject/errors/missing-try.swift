// swift-format-ignore-file
enum E: Error { case a }
func f() throws -> Int { throw E.a }
print(f())
