struct Inner {
  var n = 1
  var doubled: Int {
    get { n * 2 }
    set { n = newValue / 2 }
  }
}
struct Outer { var inner = Inner() }
var o = Outer()
o.inner.doubled = 10
print(o.inner.n)
o.inner.doubled += 2
print(o.inner.n, o.inner.doubled)
