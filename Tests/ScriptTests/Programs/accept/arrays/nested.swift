var grid = [[1, 2], [3, 4]]
grid[0][1] = 9
grid.append([5])
print(grid, grid.map { $0.count }, grid.flatMap { $0 })
