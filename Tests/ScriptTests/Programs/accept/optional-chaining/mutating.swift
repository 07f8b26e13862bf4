var list: [Int]? = [1]
list?.append(2)
print(list ?? [])
var nothing: [Int]? = nil
nothing?.append(2)
print(nothing ?? [])
