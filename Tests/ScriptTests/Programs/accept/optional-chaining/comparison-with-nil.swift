struct A { var b: B? }
struct B { var n = 1 }
let a: A? = A(b: nil)
print(a?.b == nil, a?.b?.n == nil, a == nil ? "nil" : "some")
