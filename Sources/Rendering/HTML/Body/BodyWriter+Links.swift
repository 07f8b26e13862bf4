internal import Diagnostics

extension BodyWriter {
  mutating func enterLink(_ destination: String, _ title: String, at span: SourceSpan?) {
    let address = address(ofLink: destination, at: span)
    openLinks.append(address)
    guard let address else { return }
    putLink("<a href=\"\(HTMLText.address(address))\"")
    if !title.isEmpty { putLink(" title=\"\(HTMLText.shown(title))\"") }
    putLink(">")
  }

  mutating func exitLink(_ destination: String) {
    guard let address = openLinks.popLast() ?? nil else { return }
    putLink("</a>")
    guard case .external = links.target(of: destination, in: lesson.name) else { return }
    body.linkedAddresses.append(address)
    putLink("<sup class=\"print-mark\">\(body.linkedAddresses.count)</sup>")
  }

  mutating func enterImage(_ destination: String, at span: SourceSpan?) {
    guard let address = address(ofImage: destination, at: span) else {
      put("<span class=\"no-image\">")
      return
    }
    put("<img src=\"\(HTMLText.address(address))\" alt=\"")
    isImageOpen = true
  }

  mutating func exitImage(_ title: String) {
    guard isImageOpen else {
      put("</span>")
      return
    }
    isImageOpen = false
    put("\"")
    if !title.isEmpty { put(" title=\"\(HTMLText.shown(title))\"") }
    put(">")
  }

  /// The address for a link, or nil where it may not be one; problems are reported.
  mutating func address(ofLink destination: String, at span: SourceSpan?) -> String? {
    switch links.target(of: destination, in: lesson.name) {
    case .page(let address), .external(let address): return address
    case .file(let path, let rest):
      guard let path = checked(path, at: span) else { return nil }
      body.files.append(FileReference(path: path, use: .link, span: span))
      return path + rest
    case .missingAnchor(let anchor):
      report(
        "broken-link",
        "there is no heading with the anchor '\(anchor)'",
        at: span,
        help: nearestAnchor(to: anchor, in: destination)
      )
    case .missingPage(let name):
      report(
        "broken-link",
        "there is no lesson '\(name)' in this guide",
        at: span,
        help: nearestName(to: name, among: links.pages.keys).map { "did you mean '\($0)'?" }
          ?? "link to a lesson in the same folder"
      )
    case .forbidden(let scheme): reportForbidden(scheme, at: span)
    }
    return nil
  }

  /// The address for an image, or nil where it may not be shown; problems are reported.
  mutating func address(ofImage destination: String, at span: SourceSpan?) -> String? {
    switch links.target(of: destination, in: lesson.name) {
    case .file(let path, _):
      guard let path = checked(path, at: span) else { return nil }
      body.files.append(FileReference(path: path, use: .image, span: span))
      return embedded[path] ?? path
    case .external(let address):
      body.diagnostics.append(
        Diagnostic(
          "external-image",
          .warning,
          "the image '\(address)' is not shown: pages load nothing from elsewhere",
          at: span,
          help: "store the image beside the lesson"
        )
      )
    case .page, .missingAnchor, .missingPage:
      report("missing-image", "'\(destination)' is no image", at: span, help: "name an image file")
    case .forbidden(let scheme): reportForbidden(scheme, at: span)
    }
    return nil
  }

  /// A path that stays in the folder of the lessons.
  private mutating func checked(_ path: String, at span: SourceSpan?) -> String? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard !path.hasPrefix("/"), !path.isEmpty, !parts.contains("..") else {
      report(
        "broken-link",
        "'\(path)' lies outside of the folder of the lessons",
        at: span,
        help: "store the file beside the lesson"
      )
      return nil
    }
    return parts.filter { $0 != "." && !$0.isEmpty }.joined(separator: "/")
  }

  private mutating func reportForbidden(_ scheme: String, at span: SourceSpan?) {
    body.diagnostics.append(
      Diagnostic(
        "unsafe-link",
        .warning,
        "an address that begins with '\(scheme):' is left out of the page",
        at: span,
        help: "link to a page, by 'https:' or by a path"
      )
    )
  }

  private mutating func report(
    _ id: String,
    _ message: String,
    at span: SourceSpan?,
    help: String?
  ) {
    body.diagnostics.append(Diagnostic(id, .error, message, at: span, help: help))
  }

  private func nearestAnchor(to anchor: String, in destination: String) -> String {
    let path = String(destination.prefix { $0 != "#" })
    let anchors = links.pages[path.isEmpty ? lesson.name : path]?.anchors ?? []
    return nearestName(to: anchor, among: anchors).map { "did you mean '#\($0)'?" }
      ?? "link to the anchor of a heading"
  }
}
