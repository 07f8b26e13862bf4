// swift-format-ignore-file
func adder(_ a: Int) -> (Int) -> (Int) -> Int { { b in { c in a + b + c } } }
print(adder(1)(2)(3))
