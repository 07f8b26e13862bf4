/// How much of Markdown is read.
public enum MarkdownDialect: Hashable, Sendable {
  /// CommonMark, with math and cells.
  case commonMark
  /// Also tables, footnotes, task lists, strikethrough, alerts and anchors of headings.
  case extended
}
