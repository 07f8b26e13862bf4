var ping: (Int) -> Int = { $0 }
var pong: (Int) -> Int = { $0 }
ping = { pong($0 + 1) }
pong = { ping($0 + 1) }
print(ping(0))
