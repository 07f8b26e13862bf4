// swift-format-ignore-file
struct Version: Comparable {
  var major: Int
  var minor: Int
  static func < (a: Version, b: Version) -> Bool {
    a.major != b.major ? a.major < b.major : a.minor < b.minor
  }
}
let versions = [
  Version(major: 2, minor: 0), Version(major: 1, minor: 9), Version(major: 1, minor: 2),
]
for v in versions.sorted() { print("\(v.major).\(v.minor)") }
print(versions[0] > versions[1], versions[1] <= versions[2])
print(versions.max()!.major, versions.min()!.minor)
