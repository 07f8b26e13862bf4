// swift-format-ignore-file
let line = "Hello, world!"
let comma = line.firstIndex(of: ",") ?? line.endIndex
print(line[..<comma], line[comma...], line[...comma])
print(line.firstIndex(of: "?") == nil)
let second = line.lastIndex(of: "o")!
print(line[second...])
if let space = line.firstIndex(where: { $0 == " " }) { print(line[line.index(after: space)...]) }
print(line[line.startIndex..<comma].count)
let l = line.firstIndex(of: "l")!
print(line[l...second], line.distance(from: l, to: second))
