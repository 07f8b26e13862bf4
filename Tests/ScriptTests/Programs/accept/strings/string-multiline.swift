// swift-format-ignore-file
let poem = """
  Roses are "red",
    indented \(1 + 1),
  no \
  break
  """
print(poem)
print(poem.split(separator: "\n").count)
let raw = #"C:\path "quoted" \#(2 * 3) \n"#
print(raw, raw.count)
print("tab\tquote\" back\\ \u{1F600} \'")
