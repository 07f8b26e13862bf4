// swift-format-ignore-file
func key(_ k: String) -> String { print("key", k); return k }
func value(_ v: Int) -> Int { print("value", v); return v }
var d = ["a": 1]
d[key("b")] = value(2)
d[key("a"), default: value(7)] += value(3)
d[key("c"), default: value(7)] += value(3)
print(d[key("z"), default: value(9)], d["a"]!, d["b"]!, d["c"]!)
var list = [1, 2, 3]
list[value(0)] = value(5)
list[value(1)] += value(5)
print(list)
