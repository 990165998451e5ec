/// Why bytes are no receipt file.
public enum ReceiptFileMalformed: Error, Hashable, Sendable {
    /// There are more than ``ReceiptFile/maximumByteCount`` bytes.
    case tooLarge
    /// The bytes are not valid UTF-8.
    case badText
    /// The first line is not the one that names the format and its version.
    case badHeader
    /// What follows `extra` is not base64.
    case badExtra
    /// There is no `index` line, or its number is not a decimal below 2^64 without leading zeros.
    case badIndex
    /// A line of the proof is not base64 of 32 bytes, or there are more than 64 of them.
    case badProof
    /// No blank line parts the proof from the checkpoint.
    case noCheckpoint
}

/// A receipt as a file: proof that an entry is in a log, to be checked offline with a policy alone.
///
/// The format is C2SP tlog-proof, version 1. The `extra` line holds the entry's leaf hash, so that the
/// file is checked without the entry, and tells nothing of it: neither who acted nor what was done.
/// The line is not signed, and need not be: a wrong hash does not lead to the signed root.
public struct ReceiptFile: Hashable, Sendable {
    /// The most bytes that are read as a file; one of a log of 2^64 entries has fewer.
    public static let maximumByteCount = 65_536
    /// The name of files of this format ends so, as the specification asks.
    public static let fileExtension = "tlog-proof"

    static let header = "c2sp.org/tlog-proof@v1"
    /// The longest path in a tree of fewer than 2^64 leaves.
    static let maximumProofLength = 64

    /// What stands in the `extra` line; `nil` when there is none.
    public let extra: [UInt8]?
    /// The entry's place in the log, from 0.
    public let index: UInt64
    /// The hashes that lead from the leaf to the checkpoint's root (RFC 6962, section 2.1.1).
    public let proof: [Digest32]
    /// The whole note of a checkpoint that covers the entry, as yet unbelieved.
    public let checkpoint: String

    /// Writes a receipt of the log as a file.
    ///
    /// - Parameter receipt: A receipt under a checkpoint with the signatures that the reader's policy
    ///   asks for.
    public init(_ receipt: Receipt) {
        extra = receipt.leafHash.bytes
        index = receipt.position
        proof = receipt.proof
        checkpoint = receipt.checkpoint
    }

    /// Reads a file, without believing what it says.
    ///
    /// - Parameter bytes: The whole file, exactly as it was written.
    /// - Throws: ``ReceiptFileMalformed`` with what is wrong.
    public init(parsing bytes: some Collection<UInt8>) throws(ReceiptFileMalformed) {
        guard bytes.count <= Self.maximumByteCount else { throw .tooLarge }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .badText }
        let bytes = Array(text.utf8)
        let lineFeed = UInt8(ascii: "\n")
        let blank = bytes.indices.dropFirst()
            .first { bytes[$0] == lineFeed && bytes[$0 - 1] == lineFeed }
        guard let blank else { throw .noCheckpoint }
        var lines = bytes[..<(blank - 1)].split(
            separator: lineFeed,
            omittingEmptySubsequences: false
        )
        .map { String(decoding: $0, as: UTF8.self) }[...]
        guard lines.popFirst()?.hasSameBytes(as: Self.header) == true else { throw .badHeader }
        if let base64 = lines.first?.after("extra ") {
            guard let extra = Base64.decode(base64) else { throw .badExtra }
            self.extra = extra
            lines.removeFirst()
        } else {
            extra = nil
        }
        guard let index = lines.popFirst()?.after("index ").flatMap(UInt64.init(decimal:)) else {
            throw .badIndex
        }
        self.index = index
        let proof = lines.compactMap(Digest32.init(base64:))
        guard proof.count == lines.count, proof.count <= Self.maximumProofLength else {
            throw .badProof
        }
        self.proof = proof
        checkpoint = String(decoding: bytes[(blank + 1)...], as: UTF8.self)
    }

    /// Reads a file that may have come through mail, a clipboard or another system's editor.
    ///
    /// Carriage returns before line feeds and blanks around the whole are left out, and the last line
    /// feed is put back: none of that is part of what was signed.
    ///
    /// - Parameter bytes: The file, or what was copied of it.
    /// - Throws: ``ReceiptFileMalformed`` with what is wrong.
    public init(tidying bytes: some Collection<UInt8>) throws(ReceiptFileMalformed) {
        guard bytes.count <= Self.maximumByteCount else { throw .tooLarge }
        let blanks = Set(" \t\r\n".utf8)
        var tidy: [UInt8] = []
        for byte in bytes.drop(while: blanks.contains) {
            if byte == UInt8(ascii: "\n"), tidy.last == UInt8(ascii: "\r") { tidy.removeLast() }
            tidy.append(byte)
        }
        while let last = tidy.last, blanks.contains(last) { tidy.removeLast() }
        try self.init(parsing: tidy + [UInt8(ascii: "\n")])
    }

    /// The whole file, as ``init(parsing:)`` reads it.
    public var text: String {
        var lines = [Self.header]
        if let extra { lines.append("extra \(Base64.encode(extra))") }
        lines.append("index \(index)")
        lines += proof.map(\.base64)
        return lines.map { $0 + "\n" }.joined() + "\n" + checkpoint
    }

    /// The entry's hash as a leaf, which the file itself says; `nil` when it does not.
    public var leafHash: Digest32? { extra.flatMap { Digest32(bytes: $0) } }
}

extension String {
    /// What follows a beginning, compared byte by byte; `nil` when the string begins otherwise.
    fileprivate func after(_ beginning: String) -> String? {
        utf8.starts(with: beginning.utf8)
            ? String(decoding: utf8.dropFirst(beginning.utf8.count), as: UTF8.self) : nil
    }
}
