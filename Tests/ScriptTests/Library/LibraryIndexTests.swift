import Testing

@testable import Script

@Suite("Signatures are read when their names are met")
struct LibraryIndexTests {
  private static let host = HostLibrary(functions: [
    HostFunction("func softmax(_ z: [Double]) -> [Double]") { _, _ in .void },
    HostFunction("func softmax(_ z: Double) -> Double") { _, _ in .void },
    HostFunction("func .* (lhs: [Double], rhs: [Double]) -> [Double]") { _, _ in .void },
  ])

  @Test(
    "what is read ahead is what is found by name",
    arguments: ["softmax", ".*", "sorted", "+", "init", "nothing"]
  )
  func ahead(_ name: String) {
    var index = LibraryIndex(Self.host)
    let found = index.declarations(named: name).map(\.signature)
    var prepared = LibraryIndex(Self.host)
    prepared.read(namesIn: Array("x \(name)(y) \(name) softmax2 äsoftmax 3 \(name)".utf8))
    #expect(prepared.declarations(named: name).map(\.signature) == found)
    #expect(prepared.declarations(named: name).count == found.count)
    #expect(found.isEmpty == (name == "nothing"))
  }

  @Test("names in a text are whole words and whole operators")
  func tokens() {
    var index = LibraryIndex(Self.host)
    index.read(namesIn: Array("mysoftmax softmax_ .*.".utf8))
    #expect(index.readNames.isDisjoint(with: ["softmax", ".*"]))
    index.read(namesIn: Array("[softmax]".utf8))
    #expect(index.readNames.contains("softmax"))
  }

  @Test("all names can be suggested, whether or not they were met")
  func names() {
    var index = LibraryIndex(Self.host)
    #expect(Set(index.names).isSuperset(of: ["softmax", "sorted", "sqrt"]))
  }
}
