struct P {
  let x: Int { 3 }
}
print(P().x)
