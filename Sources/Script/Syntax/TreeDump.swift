public import Diagnostics

/// Returns the tree of a cell or a script as text, a line a node, as it was written.
public func dump(_ script: ScriptNode, in source: SourceFile) -> String {
  var dump = TreeDump(source: source, session: TypedSession())
  for statement in script.statements { dump.add(statement) }
  return dump.text
}

/// Returns the typed tree of a cell as text, a line a node, with the functions that the cell brings.
///
/// - Parameters:
///   - cell: The statements.
///   - session: The session with the cell.
///   - firstFunction: The number of functions that the session had before the cell.
///   - source: The file of the spans.
/// - Returns: The text.
public func dump(
  _ cell: TypedCell,
  in session: TypedSession,
  firstFunction: Int,
  of source: SourceFile
) -> String {
  var dump = TreeDump(source: source, session: session)
  for statement in cell.statements { dump.add(statement) }
  for index in session.functions.indices.dropFirst(firstFunction) {
    dump.text += "\n"
    dump.add(session.functions[index], label: "function \(index)")
  }
  return dump.text
}

/// Writes trees by reflection: a new kind of node needs no line here.
private struct TreeDump {
  let source: SourceFile
  let session: TypedSession
  var text = ""

  /// Adds a value: its head with all that fits on a line, then what has parts of its own, indented.
  mutating func add(_ value: Any, label: String? = nil, depth: Int = 0) {
    let parts = parts(of: value)
    guard parts.head != nil || label != nil || !parts.leaves.isEmpty else {
      for child in parts.children { add(child.value, label: child.label, depth: depth) }
      return
    }
    let words = [label.map { $0 + ":" }, parts.head].compactMap { $0 } + parts.leaves
    text += String(repeating: "  ", count: depth) + words.joined(separator: " ") + "\n"
    for child in parts.children { add(child.value, label: child.label, depth: depth + 1) }
  }
}

extension TreeDump {
  private struct Parts {
    var head: String?
    var leaves: [String] = []
    var children: [(label: String?, value: Any)] = []
  }

  private func parts(of value: Any) -> Parts {
    var parts = Parts()
    if let leaf = leaf(value) {
      parts.head = leaf
      return parts
    }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional:
      if let wrapped = mirror.children.first { return self.parts(of: wrapped.value) }
    case .enum:
      parts.head = mirror.children.first?.label ?? "\(value)"
      if let payload = mirror.children.first { collect(payload.value, label: nil, into: &parts) }
    case .struct where mirror.children.contains { $0.label == "kind" }: return node(mirror)
    default: collectChildren(of: mirror, into: &parts)
    }
    return parts
  }

  /// A node of a tree: its kind, its place and its type stand on its first line.
  private func node(_ mirror: Mirror) -> Parts {
    var parts = Parts()
    var words: [String] = []
    for child in mirror.children {
      switch (child.label, child.value) {
      case ("kind", let kind):
        let inner = self.parts(of: kind)
        words.insert(inner.head ?? "node", at: 0)
        parts.leaves += inner.leaves
        parts.children += inner.children
      case ("span", let span as SourceSpan): words.append(place(span))
      case ("type", let type as Type): words.append(": \(type)")
      default: collect(child.value, label: child.label, into: &parts)
      }
    }
    parts.head = words.joined(separator: " ")
    return parts
  }

  private func collectChildren(of mirror: Mirror, into parts: inout Parts) {
    for child in mirror.children {
      // The elements of tuples without labels are named '.0', '.1'.
      let label = child.label.flatMap { $0.hasPrefix(".") ? nil : $0 }
      collect(child.value, label: label, into: &parts)
    }
  }

  private func collect(_ value: Any, label: String?, into parts: inout Parts) {
    // A flag that is not set goes without saying.
    if let flag = value as? Bool, let label {
      if flag { parts.leaves.append(label) }
      return
    }
    if let leaf = leaf(value) {
      parts.leaves.append((label.map { $0 + ": " } ?? "") + leaf)
      return
    }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional:
      if let wrapped = mirror.children.first { collect(wrapped.value, label: label, into: &parts) }
    case .tuple: collectChildren(of: mirror, into: &parts)
    case .collection:
      for child in mirror.children { parts.children.append((label, child.value)) }
    default: parts.children.append((label, value))
    }
  }

  /// The text of what has no parts worth a line of their own.
  private func leaf(_ value: Any) -> String? {
    switch value {
    case let span as SourceSpan: return place(span)
    case let name as NameNode: return name.text
    case let type as Type: return "\(type)"
    case let layout as Layout: return "\(layout.words) words, \(layout.references) references"
    case let variable as VariableID:
      guard session.variables.indices.contains(variable.index) else { return "#\(variable.index)" }
      return "\(session.variables[variable.index].name)#\(variable.index)"
    case let function as FunctionID:
      guard session.functions.indices.contains(function.index) else { return "#\(function.index)" }
      return "\(session.functions[function.index].name)#\(function.index)"
    case let text as String: return text.debugDescription
    case let number as any Numeric: return "\(number)"
    case let flag as Bool: return "\(flag)"
    default:
      let mirror = Mirror(reflecting: value)
      return mirror.displayStyle == .enum && mirror.children.isEmpty ? "\(value)" : nil
    }
  }

  private func place(_ span: SourceSpan) -> String {
    let start = source.position(at: span.start)
    let end = source.position(at: span.end)
    return "\(start.line):\(start.column)-\(end.line):\(end.column)"
  }
}
