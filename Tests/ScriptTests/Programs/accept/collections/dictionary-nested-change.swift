// swift-format-ignore-file
var scores: [String: [Int]] = ["a": [1]]
scores["a"]!.append(2)
scores["a"]?.append(3)
scores["b"]?.append(9)
scores["a"]![0] = 10
print(scores["a"]!, scores["b"] == nil)
var graph: [String: [String: Int]] = [:]
graph["x", default: [:]]["y"] = 4
graph["x"]?["z"] = 5
graph["x"]!["y"]! += 1
print(graph["x"]!["y"]!, graph["x"]!["z"]!, graph["x"]!.count)
