func compose(_ f: @escaping (Double) -> Double, _ g: @escaping (Double) -> Double) -> (Double) ->
  Double
{
  { g(f($0)) }
}
let h = compose({ $0 + 1 }, { $0 * 10 })
print(h(2))
