enum Stop: Error {
  case now
  case at(Int)
}

func step(_ i: Int) throws(Stop) -> Int {
  if i == 2 { throw .at(i) }
  if i == 3 { throw .now }
  return i * i
}

for i in 0..<6 {
  do {
    print(try step(i))
  } catch .at(let place) where place < 3 {
    print("early", place)
    continue
  } catch .now {
    print("now")
    break
  } catch {
    print(error)
  }
}
