// swift-format-ignore-file
let inner: Int? = nil
let outer: Int?? = inner
print(outer == nil, inner == nil)
if let once = outer { print(once as Any) }
