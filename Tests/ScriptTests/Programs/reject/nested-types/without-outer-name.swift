// swift-format-ignore-file
struct Outer {
  struct Inner {}
}
let i = Inner()
