// swift-format-ignore-file
func check(_ s: String, _ v: Bool) -> Bool { print(s, terminator: " "); return v }
if check("a", false) && check("b", true) { print("and") }
if check("c", true) || check("d", true) { print("or") }
let entered = true, passed = false, key = false, pass = true
print(entered && passed || key || pass, (entered && passed) || (key && pass))
