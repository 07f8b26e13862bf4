/// All declarations of the standard library and of the host, found by name.
///
/// A signature is read the first time its name is looked up: most lessons need few of them. Where
/// nothing is looked up, there is no index either.
struct LibraryIndex: Sendable {
  private struct Source: Sendable {
    var name: Substring
    var signature: String
    var owner: String?
    var implementation: Callable.Implementation
    /// The next source in the chain.
    var next: Int?
  }

  private let functions: [HostFunction]
  /// Empty until the first name is looked up.
  private var sources: [Source] = []
  /// The first source of each chain, by the hash of the names in it; a chain keeps their order.
  private var chains: [Int: Int] = [:]
  private var parsed: [String: [Callable]] = [:]
  /// The host's types, by name.
  let hostTypes: [String: HostType]

  init(_ host: HostLibrary) {
    hostTypes = Dictionary(
      host.types.map { ($0.name, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    functions = host.functions
  }

  /// Makes the index, unless it is there.
  private mutating func load() {
    guard sources.isEmpty else { return }
    sources.reserveCapacity(StandardLibrary.entries.count + functions.count + 8)
    for entry in StandardLibrary.entries {
      add(entry.signature, entry.owner, .intrinsic(entry.intrinsic))
    }
    for entry in StandardLibrary.constants {
      add(entry.signature, entry.owner, .value(entry.value))
    }
    for entry in StandardLibrary.refusals {
      add(entry.signature, entry.owner, .refused(help: entry.help))
    }
    for (index, function) in functions.enumerated() {
      add(function.signature, function.owner, .host(index))
    }
    linkChains()
  }

  private mutating func add(
    _ signature: String,
    _ owner: String?,
    _ implementation: Callable.Implementation
  ) {
    sources.append(
      Source(
        name: SignatureParser.name(of: signature),
        signature: signature,
        owner: owner,
        implementation: implementation
      )
    )
  }

  /// Links the sources whose names have the same hash, last first.
  private mutating func linkChains() {
    chains.reserveCapacity(sources.count)
    for index in sources.indices.reversed() {
      let hash = NameHash(sources[index].name.utf8).value
      sources[index].next = chains.updateValue(index, forKey: hash)
    }
  }

  /// Reads the signatures of all names and operators that stand in a text, and those that calls and
  /// subscripts use without a name.
  mutating func read(namesIn text: [UInt8]) {
    load()
    var hash = NameHash()
    var kind = TokenKind.other
    var found: Set<Int> = [NameHash("init".utf8).value, NameHash("subscript".utf8).value]
    for byte in text {
      let next = TokenKind(byte)
      if next != kind {
        if kind != .other { found.insert(hash.value) }
        kind = next
        hash = NameHash()
      }
      hash.add(byte)
    }
    for hash in found {
      if let index = chains[hash] { _ = declarations(named: String(sources[index].name)) }
    }
  }

  /// What a byte of Swift can be part of.
  private enum TokenKind {
    case name, operation, other

    init(_ byte: UInt8) {
      self =
        SignatureParser.isOperatorByte(byte)
        ? .operation : SignatureParser.isIdentifierByte(byte) || byte >= 0x80 ? .name : .other
    }
  }

  /// The FNV-1a hash of a name: a session's start is too short for a better one.
  private struct NameHash {
    private(set) var value = Int(bitPattern: 0xCBF2_9CE4_8422_2325)

    init() {}

    init(_ name: some Sequence<UInt8>) {
      for byte in name { add(byte) }
    }

    mutating func add(_ byte: UInt8) { value = (value ^ Int(byte)) &* 0x0000_0100_0000_01B3 }
  }

  /// Returns the declarations of a name, members and free functions alike.
  mutating func declarations(named name: String) -> [Callable] {
    if let known = parsed[name] { return known }
    load()
    var declarations: [Callable] = []
    var position = chains[NameHash(name.utf8).value]
    while let index = position {
      let source = sources[index]
      position = source.next
      guard source.name == name else { continue }
      declarations.append(
        SignatureParser.parse(
          source.signature,
          owner: source.owner,
          implementation: source.implementation,
          hostTypes: hostTypes
        )
      )
    }
    parsed[name] = declarations
    return declarations
  }

  /// The names whose signatures have been read.
  var readNames: Set<String> { Set(parsed.keys) }

  /// All names, for suggestions.
  var names: some Sequence<String> {
    mutating get {
      load()
      return sources.lazy.map { String($0.name) }
    }
  }
}
