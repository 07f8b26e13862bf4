// swift-format-ignore-file
struct Button { var title: String; var action: (String) -> String }
let b = Button(title: "OK") { "pressed \($0)" }
print(b.action(b.title))
