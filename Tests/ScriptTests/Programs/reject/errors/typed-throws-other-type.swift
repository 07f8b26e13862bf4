// swift-format-ignore-file
enum A: Error { case a }
enum B: Error { case b }
func f() throws(A) { throw .a }
func g() throws(B) { try f() }
func h() throws(B) { throw A.a }
