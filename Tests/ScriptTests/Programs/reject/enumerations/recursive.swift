// swift-format-ignore-file
enum T { case leaf, node(T, T) }
