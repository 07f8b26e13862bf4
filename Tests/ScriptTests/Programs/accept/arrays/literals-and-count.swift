let empty: [Int] = []
var shopping = ["eggs", "milk"]
print(empty.isEmpty, shopping.count, shopping.isEmpty)
shopping += ["flour"]
shopping.append("sugar")
print(shopping)
