func identity(_ n: Int) -> Int { n }
var n = 0
while true { n = identity(n) }
