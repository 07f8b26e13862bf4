infix operator <+>
func <+> (a: Int, b: Int) -> Int { b <+> a }
print(1 <+> 2)
