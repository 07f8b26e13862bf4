// swift-format-ignore-file
enum Direction { case north, south }
enum Load: Equatable { case empty, kilos(Int) }
let way = Direction.north
print(way == .north, way != .south, .south == way, way == .north ? "up" : "down")
let load: Load = .kilos(3)
print(load == .kilos(3), load == .kilos(4), load != .empty)
let maybe: Direction? = .south
print(maybe == .south, maybe == .north, maybe == nil)
if way == .north && load != .empty { print("both") }
let ways = [Direction.north, .south, .north]
print(ways.filter { $0 == .north }.count)
