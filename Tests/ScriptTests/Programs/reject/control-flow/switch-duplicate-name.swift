// swift-format-ignore-file
switch (1, 2) {
case (let a, let a): print(a)
}
