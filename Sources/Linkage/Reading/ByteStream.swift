import Foundation

/// Reads a source piece by piece.
final class ByteStream {
    private let name: String
    private let descriptor: Int32
    private var rest: ArraySlice<UInt8>
    /// How many bytes the source has, when that is known before it is read.
    let size: Int?

    /// Opens a source.
    init(_ source: RecordSource) throws(ReadingFailure) {
        name = source.name
        rest = []
        switch source {
        case .bytes(let bytes, _):
            rest = bytes[...]
            descriptor = -1
            size = bytes.count
        case .standardInput:
            descriptor = 0
            size = nil
        case .file(let path):
            descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw .unreadable(source: path, reason: Self.problem()) }
            let end = lseek(descriptor, 0, SEEK_END)
            size = end > 0 && lseek(descriptor, 0, SEEK_SET) == 0 ? Int(end) : nil
        }
    }

    deinit {
        if descriptor > 0 { close(descriptor) }
    }

    /// Adds the next bytes to an array.
    ///
    /// - Parameters:
    ///   - bytes: Where they are added.
    ///   - count: At most so many.
    /// - Returns: How many were added; 0 at the end.
    /// - Throws: `unreadable` when the system does not give them.
    func read(into bytes: inout [UInt8], count: Int) throws(ReadingFailure) -> Int {
        if descriptor < 0 {
            let piece = rest.prefix(count)
            rest = rest.dropFirst(count)
            bytes.append(contentsOf: piece)
            return piece.count
        }
        let start = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: count))
        var got = -1
        repeat {
            got = unsafe bytes.withUnsafeMutableBytes { buffer in
                guard let base = buffer.baseAddress else { return 0 }
                return unsafe Foundation.read(descriptor, base + start, count)
            }
        } while got < 0 && errno == EINTR
        guard got >= 0 else { throw .unreadable(source: name, reason: Self.problem()) }
        bytes.removeLast(count - got)
        return got
    }

    private static func problem() -> String { unsafe String(cString: strerror(errno)) }
}
