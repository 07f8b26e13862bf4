/// All declarations of the standard library and of the host, found by name.
///
/// A signature is read the first time its name is looked up: most lessons need few of them. Where
/// nothing is looked up, there is no index either.
struct LibraryIndex: Sendable {
  private struct Source: Sendable {
    var signature: String
    var owner: String?
    var implementation: Callable.Implementation
    /// Where the name stands in the signature's bytes, and its hash.
    var name: Range<Int>
    var hash: Int
    /// The next source in the chain.
    var next: Int?

    /// The name, which nothing needs in most sources.
    var nameText: String {
      String(decoding: signature.utf8.dropFirst(name.lowerBound).prefix(name.count), as: UTF8.self)
    }

    func isNamed(_ text: String) -> Bool {
      signature.utf8.dropFirst(name.lowerBound).prefix(name.count).elementsEqual(text.utf8)
    }
  }

  private let functions: [HostFunction]
  /// Empty until the first name is looked up.
  private var sources: [Source] = []
  /// The first source of each chain, by the last bits of the hash of the names in it; a chain keeps
  /// their order.
  private var chains: [Int?] = []
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
    let groups = StandardLibrary.groups
    sources.reserveCapacity(
      groups.reduce(functions.count) { $0 + $1.count } + StandardLibrary.constants.count
        + StandardLibrary.refusals.count
    )
    for group in groups {
      for entry in group { add(entry.signature, entry.owner, .intrinsic(entry.intrinsic)) }
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
    var text = signature
    let (name, hash) = text.withUTF8 { bytes in
      let name = SignatureParser.name(in: bytes)
      return (name, NameHash(bytes[name]).value)
    }
    sources.append(
      Source(
        signature: signature,
        owner: owner,
        implementation: implementation,
        name: name,
        hash: hash
      )
    )
  }

  /// Links the sources whose names may be the same, last first.
  private mutating func linkChains() {
    chains = Array(repeating: nil, count: Self.chainCount)
    for index in sources.indices.reversed() {
      let chain = Self.chain(of: sources[index].hash)
      sources[index].next = chains[chain]
      chains[chain] = index
    }
  }

  /// Some more than there are names, and a power of two.
  private static let chainCount = 2048

  private static func chain(of hash: Int) -> Int { hash & (chainCount - 1) }

  /// The first source whose name has a hash, from a place in a chain on.
  private func source(of hash: Int, from first: Int?) -> Int? {
    var position = first
    while let index = position, sources[index].hash != hash { position = sources[index].next }
    return position
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
    var takesBuilders = false
    for hash in found {
      guard let index = source(of: hash, from: chains[Self.chain(of: hash)]) else { continue }
      let declarations = declarations(named: sources[index].nameText)
      takesBuilders =
        takesBuilders
        || declarations.contains { $0.parameters.contains { $0.resultBuilder != nil } }
    }
    // A closure whose lines build a value calls these, which it does not name.
    guard takesBuilders else { return }
    for name in ["buildBlock"] + BuilderTransform.usedMethods + BuilderTransform.refusedMethods {
      _ = declarations(named: name)
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
    let hash = NameHash(name.utf8).value
    var position = chains[Self.chain(of: hash)]
    while let index = source(of: hash, from: position) {
      let source = sources[index]
      position = source.next
      guard source.isNamed(name) else { continue }
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
      return sources.lazy.map(\.nameText)
    }
  }
}
