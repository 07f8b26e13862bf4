import Foundation
import SwiftParser
import SwiftSyntax

/// The declarations of `LessonKit` that stand for the engine's throwing ones, made from these.
///
/// A form has the engine's attributes, labels and defaults, and no `throws`. What it calls is named by
/// a module selector; an operator, which cannot have one, by the engine's name for it.
struct TrappingForms {
  /// The text of each file, by the name of the engine's folder.
  private(set) var files: [String: String] = [:]

  /// The package-wide names of the engine's operators that throw.
  private static let operators = [
    "+": "add", "-": "subtract", "*": "multiply", "/": "divide", "+=": "addAssign",
    "-=": "subtractAssign", "*=": "multiplyAssign", "/=": "divideAssign", ".==": "areEqual",
    ".!=": "areUnequal", ".<": "areLess", ".<=": "areAtMost", ".>": "areGreater",
    ".>=": "areAtLeast",
  ]

  /// Reads the engine's sources.
  ///
  /// - Parameter engine: The folder `Sources/Engine`.
  /// - Throws: What reading the files throws.
  init(of engine: URL) throws {
    let folders = try FileManager.default.contentsOfDirectory(
      at: engine,
      includingPropertiesForKeys: [.isDirectoryKey]
    )
    for folder in folders
    where try folder.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true {
      let sources = try FileManager.default.contentsOfDirectory(
        at: folder,
        includingPropertiesForKeys: nil
      )
      let parts = try sources.filter { $0.pathExtension == "swift" }
        .sorted { $0.lastPathComponent < $1.lastPathComponent }
        .map { Self.forms(in: try String(contentsOf: $0, encoding: .utf8)) }
      let text = parts.joined()
      if !text.isEmpty { files[folder.lastPathComponent] = Self.header + text }
    }
  }

  private static let header = """
    // swift-format-ignore-file
    // Made from the engine's declarations by `RECORD_GOLDENS=1 swift test --filter LessonKitTests`.

    public import Engine

    """

  /// The forms of one file of the engine, those of a type in an extension of it.
  private static func forms(in source: String) -> String {
    guard source.contains("throws") else { return "" }
    return Parser.parse(source: source).statements.map { statement in
      switch statement.item {
      case .decl(let declaration):
        if let members = members(of: declaration) { return extended(members) }
        return form(of: declaration, in: nil).map { "\n" + $0 } ?? ""
      case .stmt, .expr: return ""
      }
    }.joined()
  }

  private static func members(of declaration: DeclSyntax) -> (String, MemberBlockItemListSyntax)? {
    if let type = declaration.as(ExtensionDeclSyntax.self) {
      return (type.extendedType.trimmedDescription, type.memberBlock.members)
    }
    if let type = declaration.as(StructDeclSyntax.self) {
      return (type.name.text, type.memberBlock.members)
    }
    return declaration.as(EnumDeclSyntax.self).map { ($0.name.text, $0.memberBlock.members) }
  }

  private static func extended(_ type: (name: String, members: MemberBlockItemListSyntax)) -> String
  {
    let forms = type.members.compactMap { form(of: $0.decl, in: type.name) }
    guard !forms.isEmpty else { return "" }
    let lines = forms.joined(separator: "\n").split(
      separator: "\n",
      omittingEmptySubsequences: false
    )
    let body = lines.map { $0.isEmpty ? "" : "  " + $0 }.joined(separator: "\n")
    return "\nextension \(type.name) {\n\(body)}\n".replacing("\n  }\n}", with: "\n  }\n}")
  }

  /// The form of a public function or initializer that throws.
  private static func form(of declaration: DeclSyntax, in type: String?) -> String? {
    if let function = declaration.as(FunctionDeclSyntax.self) {
      return form(of: function, in: type)
    }
    guard let initializer = declaration.as(InitializerDeclSyntax.self), let type,
      isPublic(initializer.modifiers), isThrowing(initializer.signature)
    else { return nil }
    let arguments = arguments(initializer.signature)
    let head = head(of: initializer.with(\.body, nil).trimmedDescription)
    return text(
      head,
      name: "init",
      initializer.signature,
      body: "self = trapping { try \(type).Engine::init(\(arguments)) }"
    )
  }

  private static func form(of function: FunctionDeclSyntax, in type: String?) -> String? {
    guard isPublic(function.modifiers), isThrowing(function.signature) else { return nil }
    let arguments = arguments(function.signature)
    let name = function.name.text
    let call: String
    if let operatorName = operators[name] {
      let operands = function.signature.parameterClause.parameters.map(argument)
      call = "Engine::\(operatorName)(\(operands.map(\.value).joined(separator: ", ")))"
    } else if let type {
      let isStatic = function.modifiers.contains { $0.name.text == "static" }
      call = "\(isStatic ? type : "self").Engine::\(name)(\(arguments))"
    } else {
      call = "Engine::\(name)(\(arguments))"
    }
    return text(
      head(of: function.with(\.body, nil).trimmedDescription),
      name: name,
      function.signature,
      body: "trapping { try \(call) }"
    )
  }

  private static func text(
    _ head: String,
    name: String,
    _ signature: FunctionSignatureSyntax,
    body: String
  ) -> String {
    let labels = signature.parameterClause.parameters.map { parameter in
      operators[name] == nil ? parameter.firstName.text + ":" : "_:"
    }.joined()
    return """
      /// The engine's `\(name)(\(labels))`; ends the program with a sentence where that throws.
      \(head) {
        \(body)
      }

      """
  }

  /// The declaration in one line, without comments, `throws` and the mark that disfavors it.
  private static func head(of text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      .replacing("@_disfavoredOverload ", with: "")
      .replacing("( ", with: "(").replacing(" )", with: ")")
      .replacing(" throws(EngineError)", with: "").replacing(" throws", with: "")
  }

  private static func isPublic(_ modifiers: DeclModifierListSyntax) -> Bool {
    modifiers.contains { $0.name.text == "public" }
  }

  private static func isThrowing(_ signature: FunctionSignatureSyntax) -> Bool {
    signature.effectSpecifiers?.throwsClause?.throwsSpecifier.text == "throws"
  }

  private static func arguments(_ signature: FunctionSignatureSyntax) -> String {
    signature.parameterClause.parameters.map(argument).map { argument in
      argument.label.map { "\($0): \(argument.value)" } ?? argument.value
    }.joined(separator: ", ")
  }

  private static func argument(
    _ parameter: FunctionParameterSyntax
  ) -> (label: String?, value: String) {
    let name = (parameter.secondName ?? parameter.firstName).text
    let isInout = parameter.type.trimmedDescription.hasPrefix("inout")
    let label = parameter.firstName.text
    return (label == "_" ? nil : label, (isInout ? "&" : "") + name)
  }
}
