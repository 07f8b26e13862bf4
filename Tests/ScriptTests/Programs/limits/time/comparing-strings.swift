let a = String(repeating: "é", count: 1_000_000)
let b = String(repeating: "e\u{301}", count: 1_000_000)
while a == b {}
