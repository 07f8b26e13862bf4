// swift-format-ignore-file
enum A: Error { case a }
func f(_ i: Int) throws(A) -> Int { throw .a }
do { print(try [1].map { try f($0) }) } catch { let e: A = error }
let none: Int? = nil
do { print(try none ?? f(1)) } catch { let e: A = error }
