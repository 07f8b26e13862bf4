func order(_ a: Int, _ b: Int) -> Bool { [b, a].sorted(by: order)[0] == a }
print(order(1, 2))
