// A condition that never becomes false.
var n = 0
while true { n &+= 1 }
