import Foundation
import Testing

@Suite("'lessons build' makes a study guide")
struct BuildCommandTests {
  private static let course = [
    "lessons/a.md": "# A\n\n```swift\n1 + 1  // → 2\n```\n\n![dot](img/dot.svg)\n\n[b](b.md#b)\n",
    "lessons/b.md": "# B\n\n[data](data.csv)\n",
    "lessons/img/dot.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    "lessons/data.csv": "1,2\n",
  ]

  /// The content of every file in a folder, by its path.
  private func contents(of name: String, in tool: CommandLine) throws -> [String: Data] {
    let folder = tool.folder.appending(path: name)
    var contents: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      var isFolder: ObjCBool = false
      let file = folder.appending(path: path)
      _ = FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
      if !isFolder.boolValue { contents[path] = try Data(contentsOf: file) }
    }
    return contents
  }

  @Test("a folder of pages with what they show; a second build gives equal bytes")
  func twice() throws {
    try CommandLine.inFolder(Self.course) { tool in
      let first = try tool.run("build", "-o", "out/site")
      #expect(first.status == 0, "\(first.errors)")
      #expect(first.output == "out/site: 2 lessons, 1 of 1 checks hold\n")
      let before = try contents(of: "out/site", in: tool)
      #expect(
        Set(before.keys) == [
          ".lessons-files", "a.html", "b.html", "data.csv", "img/dot.svg", "index.html",
          "math.css", "script.js",
          "search.js", "style.css",
        ]
      )
      #expect(try tool.run("build", "-o", "out/site").status == 0)
      #expect(try contents(of: "out/site", in: tool) == before)
      let around = try FileManager.default.contentsOfDirectory(atPath: tool.folder.path + "/out")
      #expect(around == ["site"])
    }
  }

  @Test("files of others stay; those of an earlier build go")
  func foreignFiles() throws {
    try CommandLine.inFolder(Self.course) { tool in
      #expect(try tool.run("build", "-o", "site").status == 0)
      try tool.write("site/own/note.txt", Data("mine".utf8))
      try FileManager.default.removeItem(at: tool.folder.appending(path: "lessons/b.md"))
      try tool.write("lessons/a.md", Data("# A\n".utf8))
      #expect(try tool.run("build", "-o", "site").status == 0)
      let after = try contents(of: "site", in: tool)
      #expect(after["own/note.txt"] == Data("mine".utf8))
      #expect(after["b.html"] == nil)
      #expect(after["img/dot.svg"] == nil)
    }
  }

  @Test("a file of another is never written over")
  func noOverwriting() throws {
    try CommandLine.inFolder(Self.course) { tool in
      try tool.write("site/index.html", Data("mine".utf8))
      let outcome = try tool.run("build", "-o", "site")
      #expect(outcome.status == 66)
      #expect(
        outcome.errors.contains("site/index.html: error: this file is not of an earlier build")
      )
      #expect(try contents(of: "site", in: tool) == ["index.html": Data("mine".utf8)])
      #expect(try tool.run("build", "-o", "lessons/a.md").status == 66)
    }
  }

  @Test("a lesson that fails is built, and the exit code is 1")
  func failure() throws {
    try CommandLine.inFolder(["lessons/a.md": "# A\n\n```swift\n1 + 1  // → 3\n```\n"]) { tool in
      let outcome = try tool.run("build", "-o", "site")
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains("lessons/a.md:4:15: error"))
      let page = String(decoding: try tool.read("site/a.html"), as: UTF8.self)
      #expect(page.contains("✗ 1 of 1 checks failed"))
    }
  }

  @Test("links that lead nowhere and missing images are errors with a place")
  func brokenLinks() throws {
    try CommandLine.inFolder(["lessons/a.md": "# A\n\n![x](no.png)\n[y](#nowhere)\n"]) { tool in
      let outcome = try tool.run("build", "-o", "site")
      #expect(outcome.status == 1)
      #expect(
        outcome.errors.contains(
          "lessons/a.md:3:1: error: there is no file 'no.png' beside the lesson"
        )
      )
      #expect(
        outcome.errors.contains(
          "lessons/a.md:4:1: error: there is no heading with the anchor 'nowhere'"
        )
      )
      #expect(try tool.read("site/a.html").count > 0)
    }
  }

  @Test("one page holds everything")
  func singleFile() throws {
    try CommandLine.inFolder(Self.course) { tool in
      #expect(try tool.run("build", "--single-file", "-o", "site").status == 0)
      let files = try contents(of: "site", in: tool)
      #expect(Set(files.keys) == [".lessons-files", "data.csv", "index.html"])
      let page = String(decoding: try #require(files["index.html"]), as: UTF8.self)
      #expect(page.contains("src=\"data:image/svg+xml;base64,"))
      #expect(page.contains("href=\"#b.b\""))
    }
  }

  @Test("'run --format html' prints one page")
  func run() throws {
    try CommandLine.inFolder(Self.course) { tool in
      let outcome = try tool.run("run", "a.md", "--format", "html")
      #expect(outcome.output.hasPrefix("<!DOCTYPE html>"))
      #expect(outcome.output.contains("<h1 id=\"a\">A</h1>"))
      #expect(outcome.output.contains("aria-label=\"holds: 2 = 1 + 1, computed 2\">\u{A0}✓"))
    }
  }

  @Test("templates are taken from a folder; what is none is refused")
  func templates() throws {
    var files = Self.course
    files["look/style.css"] = "body { color: teal }"
    try CommandLine.inFolder(files) { tool in
      #expect(try tool.run("build", "--templates", "look", "-o", "site").status == 0)
      #expect(try tool.read("site/style.css") == Data("body { color: teal }".utf8))
      try tool.write("look/other.css", Data())
      let outcome = try tool.run("build", "--templates", "look", "-o", "site")
      #expect(outcome.status == 65)
      #expect(outcome.errors.contains("'other.css' is no template; there are article.mustache"))
    }
  }
}
