// swift-format-ignore-file
if true {
  continue
}
