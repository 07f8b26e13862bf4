public import Diagnostics

/// A lesson as its author wrote it: prose, cells and stored outputs.
public struct Lesson: Sendable {
  /// The file, unchanged.
  public var file: SourceFile
  /// What the lesson says about itself.
  public var frontMatter: FrontMatter
  /// The whole text as a tree; cells stand in it by index.
  public var document: Document
  /// The cells, from top to bottom.
  public var cells: [Cell]

  /// Creates a lesson.
  public init(file: SourceFile, frontMatter: FrontMatter, document: Document, cells: [Cell]) {
    self.file = file
    self.frontMatter = frontMatter
    self.document = document
    self.cells = cells
  }
}
