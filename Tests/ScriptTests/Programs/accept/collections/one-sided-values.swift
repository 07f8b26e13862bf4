// swift-format-ignore-file
let r = 2...
let a = [1, 2, 3, 4]
print(a[r])
print(r.contains(5), r.contains(1))
let u = ...3
let v = ..<3
print(u.contains(3), v.contains(3), a[..<2], a[v], a[u])
print(r, u, v)
print(type(of: r))
switch 7 {
case r: print("in")
default: print("out")
}
for (i, x) in zip(1..., ["a", "b"]) { print(i, x) }
