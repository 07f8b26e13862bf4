// swift-format-ignore-file
struct Node { var next: Node? }
