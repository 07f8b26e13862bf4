// swift-format-ignore-file
var saved: [() -> Void] = []
func f(_ x: inout Int) {
  saved.append { x += 1 }
}
var a = 1
f(&a)
saved[0]()
print(a)
