/// All declarations of the standard library and of the host, found by name.
///
/// A signature is read the first time its name is looked up: most lessons need few of them.
struct LibraryIndex: Sendable {
  private struct Source: Sendable {
    var name: Substring
    var signature: String
    var owner: String?
    var implementation: Callable.Implementation
    /// The next source in the chain.
    var next: Int?
  }

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
    sources.reserveCapacity(StandardLibrary.entries.count + host.functions.count + 8)
    for entry in StandardLibrary.entries {
      add(entry.signature, entry.owner, .intrinsic(entry.intrinsic))
    }
    for entry in StandardLibrary.constants {
      add(entry.signature, entry.owner, .value(entry.value))
    }
    for entry in StandardLibrary.refusals {
      add(entry.signature, entry.owner, .refused(help: entry.help))
    }
    for (index, function) in host.functions.enumerated() {
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
      let hash = Self.hash(sources[index].name.utf8)
      sources[index].next = chains.updateValue(index, forKey: hash)
    }
  }

  /// The FNV-1a hash of a name: a session's start is too short for a better one.
  private static func hash(_ name: some Sequence<UInt8>) -> Int {
    name.reduce(Int(bitPattern: 0xCBF2_9CE4_8422_2325)) { ($0 ^ Int($1)) &* 0x0000_0100_0000_01B3 }
  }

  /// Returns the declarations of a name, members and free functions alike.
  mutating func declarations(named name: String) -> [Callable] {
    if let known = parsed[name] { return known }
    var declarations: [Callable] = []
    var position = chains[Self.hash(name.utf8)]
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

  /// All names, for suggestions.
  var names: some Sequence<String> { sources.lazy.map { String($0.name) } }
}
