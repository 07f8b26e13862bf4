// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A library target of the product, one layer of the architecture in Sources/README.md.
func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// The tests of one target; they mirror its folders.
func tests(of name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name + "Tests", dependencies: dependencies, swiftSettings: settings)
}

let package = Package(
  name: "lessons",
  platforms: [.macOS(.v14)],
  products: [
    .executable(name: "lessons", targets: ["lessons"])
  ],
  dependencies: [
    .package(url: "https://github.com/swiftlang/swift-syntax", exact: "603.0.1"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
  ],
  targets: [
    library("Diagnostics"),
    library("Script", ["Diagnostics"]),
    library(
      "ScriptParsing",
      [
        "Script", "Diagnostics",
        .product(name: "SwiftParser", package: "swift-syntax"),
        .product(name: "SwiftSyntax", package: "swift-syntax"),
        .product(name: "SwiftOperators", package: "swift-syntax"),
        .product(name: "SwiftParserDiagnostics", package: "swift-syntax"),
        .product(name: "SwiftDiagnostics", package: "swift-syntax"),
      ]
    ),
    .executableTarget(
      name: "lessons",
      dependencies: [
        "Diagnostics", "Script", "ScriptParsing",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings
    ),
    tests(of: "Diagnostics", ["Diagnostics"]),
    tests(of: "Script", ["Script", "ScriptParsing", "Diagnostics"]),
  ],
  swiftLanguageModes: [.v6]
)
