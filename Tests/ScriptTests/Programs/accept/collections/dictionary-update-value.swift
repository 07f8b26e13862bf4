// swift-format-ignore-file
var best = ["Ann": 3]
print(best.updateValue(5, forKey: "Ann") ?? 0)
print(best.updateValue(2, forKey: "Bob") == nil)
print(best["Ann"]!, best["Bob"]!, best.count)
