/// What the cells of a session have brought, one thing behind another, at addresses that loops read.
struct CodeTable<Element> {
  /// The address of the first; another one after each addition.
  private(set) var start = UnsafeMutablePointer<Element>.allocate(capacity: 0)
  private(set) var count = 0
  private var capacity = 0

  /// Makes place for elements behind the last one.
  mutating func reserve(_ more: Int) {
    guard count + more > capacity else { return }
    capacity = max(count + more, 2 * capacity)
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    larger.moveInitialize(from: start, count: count)
    start.deallocate()
    start = larger
  }

  mutating func append(_ element: Element) {
    reserve(1)
    (start + count).initialize(to: element)
    count += 1
  }

  mutating func append(contentsOf elements: [Element]) {
    reserve(elements.count)
    (start + count).initialize(from: elements, count: elements.count)
    count += elements.count
  }

  func deallocate() {
    start.deinitialize(count: count)
    start.deallocate()
  }
}
