var chain = { 0 }
for _ in 0..<50_000 {
  let inner = chain
  chain = { inner() + 1 }
}
print(chain())
