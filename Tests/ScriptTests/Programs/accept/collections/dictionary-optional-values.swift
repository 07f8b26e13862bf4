// swift-format-ignore-file
var d: [String: Int?] = ["a": nil, "b": 2]
print(d.count, d["a"]! == nil, d["b"]! ?? 0, d["c"] == nil)
d["b"] = nil
print(d.count)
d["b"] = .some(nil)
print(d.count)
