enum Short: Error { case empty }
struct Wrong: Error { var value: Int }

func first(_ xs: [Int]) throws(Short) -> Int {
  if xs.isEmpty { throw .empty }
  return xs[0]
}

func positive(_ x: Int) throws(Wrong) -> Int {
  guard x > 0 else { throw Wrong(value: x) }
  return x
}

do throws(Short) {
  throw .empty
} catch {
  print(error == .empty)
}

// Errors of two types are any error.
for xs in [[1], [-1], []] {
  do {
    print(try positive(try first(xs)))
  } catch let error as Wrong {
    print("wrong:", error.value)
  } catch {
    print("other:", error)
  }
}

func both(_ xs: [Int]) throws(Short) -> Int {
  do {
    return try positive(try first(xs))
  } catch {
    throw .empty
  }
}
print((try? both([2])) ?? 0, (try? both([-2])) ?? 0)
