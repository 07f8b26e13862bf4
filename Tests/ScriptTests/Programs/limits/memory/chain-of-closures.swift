var chain = { 0 }
while true {
  let inner = chain
  chain = { inner() + 1 }
}
