// swift-format-ignore-file
for a in [true, false] {
  for b in [true, false] {
    switch (a, b) {
    case (true, true): print("both")
    case (false, false): print("none")
    case (true, false), (false, true): print("one")
    }
  }
}
