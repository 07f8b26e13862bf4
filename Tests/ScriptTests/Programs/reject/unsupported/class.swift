// swift-format-ignore-file
class A {}
