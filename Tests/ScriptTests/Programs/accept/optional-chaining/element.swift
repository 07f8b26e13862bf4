let table: [[Int]]? = [[1, 2], [3, 4]]
print(table?[1][0] ?? -1)
let none: [[Int]]? = nil
print(none?[1][0] ?? -1)
