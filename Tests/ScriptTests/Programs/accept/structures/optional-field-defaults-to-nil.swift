struct Node {
  var label: String
  var next: Int?
}
print(Node(label: "a"))
print(Node(label: "b", next: 2))
