// swift-format-ignore-file
func f(_ g: @escaping () -> Int) -> () -> Int { return { g() + 1 } }
print(f { 1 }())
