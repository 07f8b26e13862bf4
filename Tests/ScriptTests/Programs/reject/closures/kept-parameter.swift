// swift-format-ignore-file
func f(_ g: () -> Int) -> () -> Int { return g }
print(f { 1 }())
