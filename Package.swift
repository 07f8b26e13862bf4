// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Types of collections are made from conformances that the compiler knows.
///
/// Otherwise each is looked up by name when the program first needs it, which searches 11,000
/// conformances for 0.1 ms, a dozen times a start. Whether one place alone changes a variable is
/// looked at in debug builds, where the tests run. Not for what other packages build: such flags are
/// allowed in a root package alone.
let quickStart: [SwiftSetting] = [
  .unsafeFlags(
    [
      "-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors",
      "-enforce-exclusivity=unchecked",
    ],
    .when(configuration: .release)
  )
]

/// What Foundation needs where it is linked in, each behind what needs it; SwiftPM names it for dynamic
/// libraries alone.
let staticFoundation = [
  "CoreFoundation", "FoundationEssentials", "FoundationInternationalization", "_FoundationCShims",
  "_FoundationCollections", "_FoundationICU", "swiftSynchronization", "stdc++", "dispatch",
  "BlocksRuntime",
].map { "-l" + $0 }

/// A library target of the product, one layer of the architecture in Sources/README.md.
func library(
  _ name: String,
  _ dependencies: [Target.Dependency] = [],
  _ more: [SwiftSetting] = []
) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings + more)
}

/// The tests of one target; they mirror its folders, and read their data by its path.
func tests(
  of name: String,
  _ dependencies: [Target.Dependency],
  data: [String] = []
) -> Target {
  .testTarget(
    name: name + "Tests",
    dependencies: dependencies,
    exclude: data,
    swiftSettings: settings
  )
}

let package = Package(
  name: "lessons",
  platforms: [.macOS(.v14)],
  products: [
    .executable(name: "lessons", targets: ["lessons"]),
    .library(name: "LessonKit", targets: ["LessonKit"]),
    // What `lessons run --engine swiftc` links a compiled lesson with.
    .library(name: "LessonKitDynamic", type: .dynamic, targets: ["LessonKit"]),
    .library(name: "Engine", targets: ["Engine"]),
  ],
  dependencies: [
    .package(url: "https://github.com/swiftlang/swift-syntax", exact: "603.0.1"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CCMark",
      pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]
    ),
    library("Diagnostics"),
    .target(name: "CKernels"),
    .target(name: "CParallel"),
    library("Parallel", ["CParallel"]),
    library("Engine", ["CKernels", "Parallel"]),
    library("TeXMath", [], quickStart),
    library("Charts", ["Engine", "Diagnostics"]),
    .target(name: "CMachine"),
    library("Script", ["CMachine", "Diagnostics"], quickStart),
    library("LessonModel", ["Diagnostics", "TeXMath"], quickStart),
    library(
      "ScriptParsing",
      [
        "Script", "Diagnostics", "Parallel",
        .product(name: "SwiftParser", package: "swift-syntax"),
        .product(name: "SwiftSyntax", package: "swift-syntax"),
        .product(name: "SwiftOperators", package: "swift-syntax"),
        .product(name: "SwiftParserDiagnostics", package: "swift-syntax"),
        .product(name: "SwiftDiagnostics", package: "swift-syntax"),
        .product(name: "SwiftIDEUtils", package: "swift-syntax"),
      ],
      quickStart
    ),
    library("LessonKit", ["Engine", "Charts"]),
    library(
      "LessonMarkdown",
      ["CCMark", "LessonModel", "Diagnostics", "TeXMath", "Yams"],
      quickStart
    ),
    library("ScriptLibrary", ["Script", "Engine", "Charts"], quickStart),
    library(
      "Rendering",
      [
        "LessonModel", "Diagnostics", "TeXMath",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      quickStart
    ),
    library(
      "LessonRunner",
      ["Diagnostics", "LessonModel", "Parallel", "Script", "ScriptParsing", "TeXMath"],
      quickStart
    ),
    .executableTarget(
      name: "lessons",
      dependencies: [
        "Diagnostics", "LessonModel", "LessonMarkdown", "LessonRunner", "Rendering", "Script",
        "ScriptParsing", "ScriptLibrary", "TeXMath", "Parallel",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings + quickStart,
      // A script is over in milliseconds. Loading libraries, which are all linked in here, relocating
      // 100,000 addresses of swift-syntax and Foundation, or looking symbols up that nobody links to
      // would take half of them. A file that is written at once stands in large pages, and takes a third
      // of the page faults to map.
      linkerSettings: [
        .unsafeFlags(
          ["-static-executable"] + staticFoundation + [
            "-Xclang-linker", "-no-pie", "-Xlinker", "--no-export-dynamic", "-Xlinker",
            "--no-mmap-output-file",
          ],
          .when(platforms: [.linux], configuration: .release)
        )
      ]
    ),
    // The language under attack: a tool beside the tests, no part of the product.
    .target(
      name: "ScriptFuzzing",
      dependencies: ["Diagnostics", "Script", "ScriptLibrary", "ScriptParsing"],
      path: "Tests/ScriptFuzzing",
      swiftSettings: settings
    ),
    .executableTarget(
      name: "script-fuzz",
      dependencies: [
        "ScriptFuzzing", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Tests/ScriptFuzz",
      swiftSettings: settings
    ),
    tests(of: "ScriptFuzzing", ["ScriptFuzzing"]),
    tests(of: "Diagnostics", ["Diagnostics"]),
    tests(of: "Parallel", ["Parallel"]),
    tests(of: "Engine", ["Engine", "CKernels"], data: ["Conformance/Records"]),
    tests(of: "Charts", ["Charts", "Engine"], data: ["Goldens"]),
    tests(
      of: "LessonMarkdown",
      ["LessonMarkdown", "LessonModel", "Diagnostics"]
    ),
    tests(
      of: "Rendering",
      ["Rendering", "LessonMarkdown", "LessonModel", "Diagnostics", "CCMark"],
      data: ["HTML/Fixtures"]
    ),
    tests(
      of: "ScriptLibrary",
      [
        "ScriptLibrary", "Script", "ScriptParsing", "Engine", "Charts", "LessonRunner",
        "LessonMarkdown", "LessonModel", "Diagnostics",
      ],
      data: ["Lessons"]
    ),
    tests(
      of: "LessonRunner",
      [
        "LessonRunner", "LessonMarkdown", "LessonModel", "Diagnostics", "Script", "ScriptLibrary",
        "ScriptParsing", "TeXMath",
      ]
    ),
    tests(
      of: "LessonKit",
      [
        "LessonKit", "Script", "ScriptLibrary",
        .product(name: "SwiftParser", package: "swift-syntax"),
        .product(name: "SwiftSyntax", package: "swift-syntax"),
      ]
    ),
    tests(of: "lessons", ["lessons"]),
    tests(of: "TeXMath", ["TeXMath"], data: ["Fixtures"]),
    tests(
      of: "Script",
      ["Script", "CMachine", "ScriptParsing", "Diagnostics"],
      data: ["Programs"]
    ),
  ],
  swiftLanguageModes: [.v6]
)
