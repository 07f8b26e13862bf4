/// All declarations of the standard library and of the host, found by name.
///
/// A signature is read the first time its name is looked up: most lessons need few of them.
struct LibraryIndex: Sendable {
  private struct Source: Sendable {
    var signature: String
    var owner: String?
    var implementation: LibraryDeclaration.Implementation
  }

  private var sources: [Substring: [Source]] = [:]
  private var parsed: [String: [LibraryDeclaration]] = [:]
  /// The host's types, by name.
  let hostTypes: [String: HostType]

  init(_ host: HostLibrary) {
    hostTypes = Dictionary(
      host.types.map { ($0.name, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    for entry in StandardLibrary.entries {
      add(entry.signature, entry.owner, .intrinsic(entry.intrinsic))
    }
    for entry in StandardLibrary.refusals {
      add(entry.signature, entry.owner, .refused(help: entry.help))
    }
    for (index, function) in host.functions.enumerated() {
      add(function.signature, function.owner, .host(index))
    }
  }

  private mutating func add(
    _ signature: String,
    _ owner: String?,
    _ implementation: LibraryDeclaration.Implementation
  ) {
    sources[SignatureParser.name(of: signature), default: []].append(
      Source(signature: signature, owner: owner, implementation: implementation)
    )
  }

  /// Returns the declarations of a name, members and free functions alike.
  mutating func declarations(named name: String) -> [LibraryDeclaration] {
    if let known = parsed[name] { return known }
    let names = Set(hostTypes.keys)
    let declarations = (sources[Substring(name)] ?? []).map {
      SignatureParser.parse(
        $0.signature,
        owner: $0.owner,
        implementation: $0.implementation,
        hostTypes: names
      )
    }
    parsed[name] = declarations
    return declarations
  }

  /// All names, for suggestions.
  var names: some Sequence<String> { sources.keys.lazy.map(String.init) }
}
