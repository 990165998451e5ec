import Foundation

/// Why a file of an export was not read.
public enum FileRefused: Error, Hashable, Sendable {
    /// The path leads to something that is no regular file, such as a pipe.
    case notAFile(path: String)
    /// The file is larger than what it stands for can be.
    case tooLarge(path: String)
    /// The file cannot be opened or read.
    case unreadable(path: String)
}

/// Reads a log from a folder in the layout of C2SP tlog-tiles, as ``TileExport`` writes it.
public struct FolderReader: PublishedFiles {
    private let folder: URL

    /// Reads a folder.
    ///
    /// - Parameter path: The folder's path.
    public init(path: String) {
        folder = URL(filePath: path, directoryHint: .isDirectory)
    }

    /// The names of what lies in a folder below this one; none when there is no such folder.
    package func names(in path: String) -> [String] {
        let path = folder.appending(path: path).path
        return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }

    /// A file's bytes.
    ///
    /// Whoever prepared the folder may have meant the reader to hang or to run out of memory.
    ///
    /// - Parameters:
    ///   - path: The file's path below the folder.
    ///   - limit: The most bytes that the file can have.
    /// - Returns: The bytes, or `nil` when nothing is there.
    /// - Throws: ``FileRefused``.
    public func file(_ path: String, _ limit: Int) throws(FileRefused) -> [UInt8]? {
        let file = folder.appending(path: path).path
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: file) else {
            return nil
        }
        guard attributes[.type] as? FileAttributeType == .typeRegular else {
            throw .notAFile(path: path)
        }
        guard let size = attributes[.size] as? NSNumber, size.intValue <= limit else {
            throw .tooLarge(path: path)
        }
        guard let data = try? Data(contentsOf: URL(filePath: file)) else {
            throw .unreadable(path: path)
        }
        return [UInt8](data)
    }
}
