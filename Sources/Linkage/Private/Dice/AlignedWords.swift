/// Words that begin where a line of the processor's cache does.
///
/// Reading eight then touches one line; an array's words begin in the middle of one, and the scan is a
/// tenth slower. Never changed once made.
@safe
final class AlignedWords: Sendable {
    private static let lineBytes = 64

    nonisolated(unsafe) let start: UnsafePointer<UInt64>

    /// - Parameters:
    ///   - count: How many words.
    ///   - fill: Writes those that are not zero.
    init(count: Int, fill: (UnsafeMutableBufferPointer<UInt64>) -> Void) {
        let bytes = UnsafeMutableRawPointer.allocate(
            byteCount: max(1, count) * MemoryLayout<UInt64>.stride,
            alignment: Self.lineBytes
        )
        let words = unsafe bytes.bindMemory(to: UInt64.self, capacity: count)
        unsafe words.initialize(repeating: 0, count: count)
        unsafe fill(UnsafeMutableBufferPointer(start: words, count: count))
        unsafe start = UnsafePointer(words)
    }

    deinit { unsafe start.deallocate() }
}
