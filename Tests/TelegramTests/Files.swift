import Foundation
import Telegram
import TestSupport

/// The telegrams that the tests read.
enum Files {
    /// Our retelling, which is part of the package.
    static let retold: URL = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Samples/06MEXICO3423-retold.txt")

    /// The source document, which is not.
    static let original = SharedFolder.url?.appending(path: "telegrams/06MEXICO3423.txt")

    /// The telegrams that the National Archives released, by name.
    static let released: [URL] = {
        guard let folder = SharedFolder.url?.appending(path: "telegrams/released") else {
            return []
        }
        let files = try? FileManager.default.contentsOfDirectory(
            at: folder,
            includingPropertiesForKeys: nil
        )
        return (files ?? []).sorted { $0.lastPathComponent < $1.lastPathComponent }
    }()

    static func bytes(_ url: URL) throws -> [UInt8] {
        try [UInt8](Data(contentsOf: url))
    }

    static func read(_ url: URL, named: Bool = true) throws -> Telegram {
        try TelegramReader.read(bytes(url), fileName: named ? url.lastPathComponent : nil)
    }
}
