import Diagnostics
import Script
import ScriptParsing
import Testing

@Suite("The trees of a program as text")
struct TreeDumpTests {
  private let source = SourceFile(
    name: "a.swift",
    text: """
      let x = 2
      func twice(_ n: Int) -> Int { n + n }
      print(twice(x), false)
      """
  )

  @Test("the syntax tree stands as written, each node with its place")
  func syntax() {
    var parser = ScriptParser()
    let tree = parser.parse(EmbeddedText(wholeOf: source)).value
    #expect(
      Script.dump(tree, in: source) == """
        binding 1:1-1:10 isConstant
          pattern: name 1:5-1:6 "x"
          value: integer 1:9-1:10 magnitude: 2 text: "2"
        function 2:1-2:38
          name: twice effect: none
            parameters: name: n
              type: name 2:17-2:20 "Int"
            result: name 2:25-2:28 "Int"
            body: expression 2:31-2:36
              infix 2:31-2:36 +
                name 2:31-2:32 "n"
                name 2:35-2:36 "n"
        expression 3:1-3:23
          call 3:1-3:23
            name 3:1-3:6 "print"
            arguments:
              value: call 3:7-3:15
                name 3:7-3:12 "twice"
                arguments:
                  value: name 3:13-3:14 "x"
            arguments:
              value: boolean 3:17-3:22 false

        """
    )
  }

  @Test("the typed tree has a type at each node, and the functions of the cell")
  func types() throws {
    var parser = ScriptParser()
    let tree = parser.parse(EmbeddedText(wholeOf: source)).value
    var checker = TypeChecker(library: HostLibrary())
    let cell = try #require(checker.check(tree, showsLastExpression: false).value.typed)
    let text = Script.dump(cell, in: checker.session, firstFunction: 0, of: source)
    #expect(text.hasPrefix("bind 1:1-1:10\n  variable x#0 Int\n  integer 1:9-1:10 : Int 2\n"))
    #expect(text.contains("call 3:7-3:15 : Int twice(_:)#0\n"))
    #expect(text.contains("\nfunction 0: name: \"twice(_:)\" result: Int span: 2:1-2:38\n"))
    #expect(text.contains("intrinsic 2:31-2:36 : Int add\n"))
  }
}
