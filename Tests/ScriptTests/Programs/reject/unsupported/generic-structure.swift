// swift-format-ignore-file
struct Box<T> { var x: T }
