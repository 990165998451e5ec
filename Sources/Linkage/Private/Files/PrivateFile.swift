import Crypto

/// The outside of every file of a private comparison: what it is, how long it is, and a checksum.
///
/// In turn: the eight bytes `89 45 4E 4C 4B 0D 0A 1A`, the kind and the version (1) in a byte each, the
/// length of the body in 64 bits, the body, and the SHA-256 digest of all before. The first bytes are no
/// text, so that a program which changes line ends is found out (as PNG does it: ISO/IEC 15948, 5.2).
/// The checksum finds accidents; only a sealed file is safe from somebody who changes it on purpose.
public enum PrivateFile {
    /// What a file holds.
    public enum Kind: UInt8, Sendable, CaseIterable {
        /// One agency's part in making a key together.
        case offer = 1
        /// The key of a run.
        case runKey = 2
        /// The encoded records of one agency.
        case encodedRecords = 3
        /// Any of the others, sealed to one receiver.
        case sealed = 4
        /// One agency's secret part in making a key together, which stays at home.
        case agreement = 5
    }

    static let mark: [UInt8] = [0x89, 0x45, 0x4E, 0x4C, 0x4B, 0x0D, 0x0A, 0x1A]
    static let version: UInt8 = 1

    /// What a file is, by its first bytes.
    ///
    /// - Parameter file: The bytes of a file, or at least the first ten.
    /// - Returns: The kind, or nil when it is no file of a private comparison.
    public static func kind(of file: [UInt8]) -> Kind? {
        file.starts(with: mark) && file.count > mark.count ? Kind(rawValue: file[mark.count]) : nil
    }

    static func wrap(_ body: [UInt8], as kind: Kind) -> [UInt8] {
        var writer = ByteWriter()
        writer.write(exactly: mark)
        writer.write(kind.rawValue)
        writer.write(version)
        writer.write(UInt64(body.count))
        writer.write(exactly: body)
        writer.write(exactly: SHA256.hash(data: writer.bytes))
        return writer.bytes
    }

    static func unwrap(
        _ file: [UInt8],
        as kind: Kind
    ) throws(PrivateFileUnreadable) -> ArraySlice<UInt8> {
        guard let found = self.kind(of: file) else { throw .notOurs }
        guard file.count >= head + SHA256.byteCount else { throw .cutShort }
        guard file[mark.count + 1] == version else {
            throw file[mark.count + 1] > version ? .newerVersion : .damaged
        }
        var reader = ByteReader(file[(mark.count + 2)...])
        let length = try reader.number(UInt64.self)
        let expected = UInt64(file.count - head - SHA256.byteCount)
        guard length <= expected else { throw .cutShort }
        guard length == expected else { throw .damaged }
        let end = file.count - SHA256.byteCount
        guard SHA256.hash(data: file[..<end]).elementsEqual(file[end...]) else { throw .damaged }
        guard found == kind else { throw .otherKind(found) }
        return file[head..<end]
    }

    private static let head = mark.count + 2 + 8
}
