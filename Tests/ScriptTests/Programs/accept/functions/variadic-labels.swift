// swift-format-ignore-file
func log(_ items: Int..., prefix: String, suffix: String = ";") { print(prefix, items, suffix) }
log(1, 2, prefix: ">")
log(prefix: "none", suffix: "!")
