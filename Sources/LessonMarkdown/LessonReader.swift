public import Diagnostics
public import LessonModel

/// Reads a lesson from its file.
public enum LessonReader {
  /// Reads a lesson.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - dialect: How much of Markdown is read; cells and math are in either.
  /// - Returns: The lesson, as complete as the file allows, with every problem found.
  public static func read(
    _ file: SourceFile,
    dialect: MarkdownDialect = .extended
  ) -> Checked<Lesson> {
    var reading = Reading(file: file, dialect: dialect)
    reading.run()
    var lesson = Lesson(
      file: file,
      frontMatter: reading.frontMatter,
      document: Document(nodes: []),
      cells: reading.cells
    )
    let figures = StoredFigureReader(reading.nodes, destination: lesson.figureDestination)
    lesson.document = Document(nodes: figures.nodes)
    for (cell, stored) in figures.figures { lesson.cells[cell].storedFigures = stored }
    return Checked(lesson, reading.diagnostics)
  }
}

private struct Reading {
  let file: SourceFile
  let dialect: MarkdownDialect
  var frontMatter = FrontMatter()
  var nodes: [Node] = []
  var cells: [Cell] = []
  var diagnostics: [Diagnostic] = []
  /// The lines before the first one that cmark sees.
  var skippedLines = 0
  var ids: Set<String> = []
  /// The cell that an output block may still belong to: nothing but blank lines came since.
  var pendingCell: Int?

  init(file: SourceFile, dialect: MarkdownDialect) {
    self.file = file
    self.dialect = dialect
  }

  mutating func run() {
    if let offset = file.firstInvalidByte {
      diagnostics.append(
        Diagnostic(
          "invalid-utf8",
          .error,
          "the file is not valid UTF-8",
          at: SourceSpan(offset, min(offset + 1, file.bytes.count)),
          help: "save it as UTF-8"
        )
      )
      return
    }
    skipFrontMatter()
    let start = skippedLines < file.lineCount ? file.lineStarts[skippedLines] : file.bytes.count
    var scanner = MathScanner(Array(file.bytes[start...]), at: start, dialect: dialect)
    scanner.scan()
    diagnostics += scanner.diagnostics
    var restorer = MathRestorer(scanner.spans, in: file)
    let tree = parseWithCMark(scanner.bytes)
    switch dialect {
    case .commonMark: for raw in restorer.restore(tree) { append(raw) }
    case .extended:
      let tree = TablePass.apply(to: tree, of: scanner.bytes)
      for raw in restorer.restore(tree) { append(raw) }
      extend()
    }
    diagnostics += ExerciseRules(cells).diagnostics
  }

  /// Makes what GitHub adds to Markdown of what cmark took for text.
  private mutating func extend() {
    var footnotes = FootnotePass(nodes)
    nodes = footnotes.apply()
    nodes = AlertPass.apply(to: nodes)
    TaskListPass.apply(to: &nodes)
    nodes = StrikethroughPass.apply(to: nodes, in: file)
    var headings = HeadingPass()
    headings.apply(to: &nodes)
    diagnostics += footnotes.diagnostics + headings.diagnostics
  }

  private mutating func skipFrontMatter() {
    guard file.text(in: file.span(ofLine: 1)) == "---", file.lineCount > 1 else { return }
    for line in 2...file.lineCount {
      let text = file.text(in: file.span(ofLine: line))
      if text == "---" || text == "..." {
        skippedLines = line
        var reader = FrontMatterReader(file: file, firstLine: 2, lastLine: line - 1)
        reader.read()
        frontMatter = reader.value
        diagnostics += reader.diagnostics
        return
      }
    }
  }

  private mutating func append(_ raw: RawNode) {
    var kind = raw.kind
    let span = span(of: raw)
    let previous = pendingCell
    pendingCell = nil
    if case .codeBlock(let info, let code) = raw.kind, let span,
      let fence = Fence(raw, code: code, firstLine: raw.startLine + skippedLines, in: file)
    {
      if !fence.isClosed {
        diagnostics.append(
          Diagnostic(
            "unclosed-fence",
            .error,
            "this code block is never closed",
            at: fence.openSpan,
            help: "end it with a line '\(fence.marker)'"
          )
        )
      }
      let word = info.split(whereSeparator: { $0 == " " || $0 == "\t" }).first ?? ""
      if word == "swift" {
        kind = .cell(cells.count)
        pendingCell = cells.count
        cells.append(cell(fence))
      } else if word == "output", let previous {
        kind = .storedOutput(cell: previous)
        cells[previous].storedOutput = StoredOutput(
          contents: fence.contents,
          contentSpan: fence.contentSpan,
          fenceSpan: fence.span,
          linePrefix: fence.prefix
        )
      } else if word == "math" {
        kind = .math(Math(contents: fence.contents, style: .display, span: span))
      }
    }
    nodes.append(Node(kind, span: span, descendantCount: raw.descendantCount))
  }

  private mutating func cell(_ fence: Fence) -> Cell {
    var parser = CellAttributeParser()
    var words: [SourceSpan] = []
    var index = fence.infoSpan.start
    while index < fence.infoSpan.end {
      let start = index
      while index < fence.infoSpan.end, file.bytes[index] != 0x20, file.bytes[index] != 0x09 {
        index += 1
      }
      if index > start { words.append(SourceSpan(start, index)) }
      index += 1
    }
    for word in words.dropFirst() { parser.read(file.text(in: word), at: word) }
    diagnostics += parser.diagnostics
    if let id = parser.attributes.id, !ids.insert(id).inserted {
      diagnostics.append(
        Diagnostic(
          "duplicate-id",
          .error,
          "another cell already has the id '\(id)'",
          at: fence.infoSpan,
          help: "give this cell another id"
        )
      )
    }
    return Cell(
      index: cells.count,
      attributes: parser.attributes,
      fenceSpan: fence.span,
      infoSpan: fence.infoSpan,
      code: fence.contents,
      insertionPoint: fence.nextLineStart,
      linePrefix: fence.prefix
    )
  }

  /// The bytes of the file for cmark's positions; nil where cmark has none.
  private func span(of raw: RawNode) -> SourceSpan? {
    if let start = raw.bounds.start, let end = raw.bounds.end { return SourceSpan(start, end) }
    guard raw.startLine > 0, raw.endLine > 0 else { return nil }
    let start = file.span(ofLine: raw.startLine + skippedLines)
    let end = file.span(ofLine: raw.endLine + skippedLines)
    return SourceSpan(
      raw.bounds.start ?? min(start.start + max(0, raw.startColumn - 1), start.end),
      raw.bounds.end ?? min(end.start + max(0, raw.endColumn), end.end)
    )
  }
}
