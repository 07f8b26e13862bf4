import Testing

@testable import Rendering

@Suite("Hashes and encodings are those of their standards")
struct EncodingTests {
  @Test(
    "SHA-256 of the examples of FIPS 180",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ]
  )
  func hash(_ text: String, _ expected: String) {
    let hexadecimal = SHA256.hash(Array(text.utf8)).map { byte in
      String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }
    #expect(hexadecimal.joined() == expected)
  }

  @Test(
    "Base64 of the examples of RFC 4648",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
      ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ]
  )
  func base64(_ text: String, _ expected: String) {
    #expect(Base64.encoded(Array(text.utf8)) == expected)
  }

  @Test("text for a page cannot leave its element or attribute, and hides nothing")
  func text() {
    #expect(HTMLText.shown("<a href=\"b\">&'") == "&lt;a href=&quot;b&quot;&gt;&amp;'")
    #expect(HTMLText.shown("a\u{202E}b\u{0}c") == "a&lt;U+202E&gt;b\u{2400}c")
    #expect(HTMLText.address("a b\"<é>?x=1&y=2#z") == "a%20b%22%3C%C3%A9%3E?x=1&amp;y=2#z")
  }
}
