// swift-format-ignore-file
var d = ["a": 1, "b": 2]
d.merge(["b": 10, "c": 20]) { old, new in old + new }
print(d["a"]!, d["b"]!, d["c"]!)
d.merge([("a", 7)]) { _, new in new }
print(d["a"]!)
let kept = d.merging(["a": 0, "z": 1]) { old, _ in old }
print(kept["a"]!, kept["z"]!, d.count, kept.count)
