/// One thing that a compiled lesson tells of its run; `LessonTrace` sends it.
struct TraceEvent {
  /// What happened.
  enum Kind: String {
    case cell
    case step
    case begin
    case end
    case claim
    case shown
    case drawn
    case met
    case missed
    case tried
    case finish
  }

  var kind: Kind
  /// The number of the cell, of the statement, of the claim, … .
  var number: Int
  /// How many bytes stood in the output and among the errors by then.
  var printed: Int
  var complained: Int
  var texts: [String]
}

/// Reads events from bytes as they come.
struct TraceReader {
  private var bytes: [UInt8] = []
  private var position = 0

  mutating func append(_ more: some Sequence<UInt8>) {
    bytes.removeFirst(position)
    position = 0
    bytes += more
  }

  /// Takes the next event; nil until all of it is there.
  mutating func next() -> TraceEvent? {
    let start = position
    guard let event = read() else {
      position = start
      return nil
    }
    return event
  }

  private mutating func read() -> TraceEvent? {
    let fields = line()?.split(separator: " ") ?? []
    guard fields.count == 5, let kind = TraceEvent.Kind(rawValue: String(fields[0])) else {
      return nil
    }
    let numbers = fields.dropFirst().compactMap { Int($0) }
    guard numbers.count == 4 else { return nil }
    var texts: [String] = []
    for _ in 0..<numbers[3] {
      guard let length = line().flatMap({ Int($0) }), length >= 0,
        bytes.count - position >= length
      else { return nil }
      texts.append(String(decoding: bytes[position..<position + length], as: UTF8.self))
      position += length
    }
    return TraceEvent(
      kind: kind,
      number: numbers[0],
      printed: numbers[1],
      complained: numbers[2],
      texts: texts
    )
  }

  private mutating func line() -> String? {
    guard let end = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    defer { position = end + 1 }
    return String(decoding: bytes[position..<end], as: UTF8.self)
  }
}
