// swift-format-ignore-file
var stock = ["apple": 3, "pear": 1]
stock["plum"] = 7
stock["apple"] = 4
stock["pear"] = nil
stock["fig"] = nil
print(stock.count, stock["pear"] == nil, stock["apple"]!, stock["plum"]!)
print(stock.removeValue(forKey: "plum") ?? 0, stock.removeValue(forKey: "plum") ?? 0)
print(stock)
stock.removeAll()
print(stock)
