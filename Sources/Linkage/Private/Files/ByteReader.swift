/// Reads what ``ByteWriter`` wrote, and never beyond the end.
struct ByteReader {
    private let bytes: ArraySlice<UInt8>
    private var place: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        place = bytes.startIndex
    }

    /// How many bytes are left.
    var rest: Int { bytes.endIndex - place }

    mutating func number<Number: FixedWidthInteger & UnsignedInteger>(
        _ type: Number.Type = Number.self
    ) throws(PrivateFileUnreadable) -> Number {
        try exactly(type.bitWidth / 8).reduce(into: 0) { $0 = $0 << 8 | Number($1) }
    }

    mutating func signed() throws(PrivateFileUnreadable) -> Int64 {
        Int64(bitPattern: try number())
    }

    mutating func exactly(_ count: Int) throws(PrivateFileUnreadable) -> ArraySlice<UInt8> {
        guard count >= 0, count <= rest else { throw .damaged }
        defer { place += count }
        return bytes[place..<place + count]
    }

    mutating func counted(atMost limit: Int) throws(PrivateFileUnreadable) -> [UInt8] {
        let count = Int(try number(UInt32.self))
        guard count <= limit else { throw .damaged }
        return Array(try exactly(count))
    }

    mutating func text(atMost limit: Int) throws(PrivateFileUnreadable) -> String {
        guard let text = String(validating: try counted(atMost: limit), as: UTF8.self) else {
            throw .damaged
        }
        return text
    }

    /// - Throws: `.damaged` when anything is left.
    func end() throws(PrivateFileUnreadable) {
        guard rest == 0 else { throw .damaged }
    }
}
