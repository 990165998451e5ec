package import Foundation

/// The folder of published documents and data that stands beside the package, where there is one.
package enum SharedFolder {
    /// The folder, or nil when it is absent.
    package static let url: URL? = {
        let package = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let url = package.deletingLastPathComponent().appending(path: "shared")
        return FileManager.default.fileExists(atPath: url.appending(path: "telegrams").path)
            ? url : nil
    }()

    /// Whether the folder is there.
    package static var isPresent: Bool { url != nil }
}
