import Foundation

/// A file that grows, with each piece on the disk before the next.
final class GrowingFile {
    private let handle: FileHandle

    init(url: URL) throws {
        try Data().write(to: url)
        handle = try FileHandle(forWritingTo: url)
    }

    func append(_ bytes: Data) throws {
        try handle.write(contentsOf: bytes)
        guard fdatasync(handle.fileDescriptor) == 0 else { throw POSIXError(.EIO) }
    }
}
