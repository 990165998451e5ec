/// Writes the parts of a file one after another: numbers big-endian, texts and bytes after their length.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ number: some FixedWidthInteger & UnsignedInteger) {
        for shift in stride(from: number.bitWidth - 8, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }

    mutating func write(_ number: Int64) {
        write(UInt64(bitPattern: number))
    }

    /// Bytes whose number the reader knows.
    mutating func write(exactly raw: some Sequence<UInt8>) {
        bytes.append(contentsOf: raw)
    }

    /// Bytes after their number as 32 bits.
    mutating func write(_ raw: [UInt8]) {
        write(UInt32(truncatingIfNeeded: raw.count))
        bytes.append(contentsOf: raw)
    }

    mutating func write(_ text: String) {
        write(Array(text.utf8))
    }
}
