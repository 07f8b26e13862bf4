internal import Parallel

/// Returns the results of a function of each item, in the items' order.
///
/// - Parameters:
///   - items: What to work on.
///   - threads: How many work at once, the calling one among them; more than 64 count as 64.
///   - body: The function; it is called once for each item, unless an item has failed.
/// - Returns: One result for each item.
/// - Throws: `EngineError.argumentOutOfRange` when `threads` is below 1, or the error of the first
///   item that fails, whichever thread was first.
func concurrentMap<Item: Sendable, Output: Sendable>(
  _ items: [Item],
  threads: Int,
  _ body: @Sendable (Item) throws(EngineError) -> Output
) throws(EngineError) -> [Output] {
  guard threads >= 1 else {
    throw .argumentOutOfRange(argument: "threads", value: Double(threads), allowed: "1 or more")
  }
  // One thread needs no queue, and what is compiled for these types none of its generic values.
  guard threads > 1 else { return try items.map(body) }
  return try parallelMap(items, threads: threads, body)
}
