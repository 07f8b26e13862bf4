// swift-format-ignore-file
enum E: Error { case a }
func f() throws { throw E.a }
do { try f() } catch E.a { print(error) }
