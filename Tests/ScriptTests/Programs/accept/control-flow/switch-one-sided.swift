// swift-format-ignore-file
for x in [-5, 0, 7, 100] {
  switch x {
  case ..<0: print("negative")
  case 0: print("zero")
  case 100...: print("large")
  case ...50: print("small")
  default: print("other")
  }
}
