// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v14)],
  dependencies: [.package(name: "lessons", path: "..")],
  targets: [
    .target(name: "CAllocationCount"),
    .executableTarget(
      name: "Benchmarks",
      dependencies: ["CAllocationCount", .product(name: "Engine", package: "lessons")]
    ),
  ],
  swiftLanguageModes: [.v6]
)
