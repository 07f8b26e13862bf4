struct Unit {}
print(Unit())
let units = [Unit(), Unit()]
print(units.count, units)
