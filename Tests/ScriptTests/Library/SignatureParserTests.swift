import Testing

@testable import Script

@Suite("The library is found by the names of its signatures")
struct SignatureParserTests {
  static let signatures: [(owner: String?, signature: String)] =
    StandardLibrary.groups.joined().map { ($0.owner, $0.signature) }
    + [
      ("Tensor", "static prefix func - (operand: Tensor) -> Tensor"),
      ("Tensor", "subscript(_ index: Int) -> Double"),
      ("Tensor", "init(_ values: [Double])"), (nil, "func f<T: Numeric>(_ x: T) -> T"),
      (nil, "func <= <T: ComparableOperand>(lhs: T, rhs: T) -> Bool"),
      (nil, "func ..< (lhs: Int, rhs: Int) -> Range<Int>"),
      ("Double", "static var ulpOfOne: Double"),
    ]

  @Test("the name read alone is the name of the declaration", arguments: signatures)
  func name(_ owner: String?, _ signature: String) {
    let declaration = SignatureParser.parse(
      signature,
      owner: owner,
      implementation: .host(0),
      hostTypes: ["Tensor": HostType("Tensor")]
    )
    let bytes = Array(signature.utf8)
    let name = bytes.withUnsafeBufferPointer { SignatureParser.name(in: $0) }
    #expect(String(decoding: bytes[name], as: UTF8.self) == declaration.name)
    #expect(!declaration.name.isEmpty)
  }
}
