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
public struct FolderReader: LogReader {
    private let folder: URL

    /// Reads a folder.
    ///
    /// - Parameter path: The folder's path.
    public init(path: String) {
        folder = URL(filePath: path, directoryHint: .isDirectory)
    }

    /// What there is to be read.
    ///
    /// - Returns: The folder's checkpoint, and how many it keeps.
    /// - Throws: ``FileRefused``.
    public func outline() throws -> LogOutline {
        try LogOutline(files: file)
    }

    /// A tile of hashes.
    ///
    /// - Parameter path: The tile's address.
    /// - Returns: The bytes, or `nil` when there is no such file.
    /// - Throws: ``FileRefused``.
    public func hashes(at path: TilePath) throws -> [UInt8]? {
        try file(path.description, path.maximumByteCount)
    }

    /// A bundle.
    ///
    /// - Parameter path: The bundle's address.
    /// - Returns: The items, or nothing when there is no such file.
    /// - Throws: ``TileMalformed`` or ``FileRefused``.
    public func bundle(at path: TilePath) throws -> BundleItems? {
        try file(path.description, path.maximumByteCount).map {
            try BundleItems(decoding: $0, width: path.width)
        }
    }

    /// Nothing: a folder keeps no notes on actors.
    ///
    /// - Returns: `nil`.
    public func actors() -> [StoredActor]? { nil }

    /// The names of what lies in a folder below this one; none when there is no such folder.
    package func names(in path: String) -> [String] {
        let path = folder.appending(path: path).path
        return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }

    /// A file's bytes, or `nil` when nothing is there.
    ///
    /// Whoever prepared the folder may have meant the reader to hang or to run out of memory.
    package func file(_ path: String, _ limit: Int) throws(FileRefused) -> [UInt8]? {
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

extension LogOutline {
    /// Reads the two files that say what an export holds.
    ///
    /// - Parameter file: Gives the bytes of a file of at most so many bytes.
    /// - Throws: What `file` throws.
    public init(files file: (_ path: String, _ limit: Int) throws -> [UInt8]?) rethrows {
        let count = try file(TileExport.countPath, 32)
            .map { String(decoding: $0, as: UTF8.self) }
        self.init(
            checkpoint: try file(TileExport.checkpointPath, EntryBundle.maximumEntryByteCount)
                .map { String(decoding: $0, as: UTF8.self) },
            // Where the file is none, more are promised than there can be, and that is found.
            checkpoints: count.flatMap { text in
                text.hasSuffix("\n") ? UInt64(decimal: text.dropLast()) : nil
            } ?? .max
        )
    }
}
