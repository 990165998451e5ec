package import Ledger

/// What stands in front of a box's sealed text, and is sealed with it as associated data.
package struct BoxHeader: Hashable, Sendable {
    /// How a box may be opened.
    package enum Access: UInt8, Sendable {
        /// Not sealed: public facts.
        case clear = 0
        /// Opened to fold the agency's own view.
        case folded = 1
        /// Opened only against an *opened* entry.
        case opened = 2
    }

    package var access: Access
    /// The compartment whose key seals the box (16 bytes); zeros for a clear box.
    package var compartment: [UInt8]
    package var entry: EntryID
    /// The box's place among the entry's commitments.
    package var ordinal: UInt8
    /// `SectionKey.commitment`; zeros for a clear box.
    package var keyCommitment: [UInt8]
    /// 96 random bits; zeros for a clear box.
    package var nonce: [UInt8]

    static let length = 2 + 16 + 16 + 1 + 32 + 12

    /// The canonical bytes: version 1, access, compartment, entry, ordinal, commitment, nonce.
    var encoded: [UInt8] {
        [1, access.rawValue] + compartment + entry.bytes + [ordinal] + keyCommitment + nonce
    }

    init(
        access: Access,
        compartment: [UInt8],
        entry: EntryID,
        ordinal: UInt8,
        keyCommitment: [UInt8],
        nonce: [UInt8]
    ) {
        self.access = access
        self.compartment = compartment
        self.entry = entry
        self.ordinal = ordinal
        self.keyCommitment = keyCommitment
        self.nonce = nonce
    }

    /// Reads the header at the start of a box; `nil` if it is not one.
    init?(decoding box: some Collection<UInt8>) {
        let bytes = Array(box.prefix(Self.length))
        guard bytes.count == Self.length, bytes[0] == 1, let access = Access(rawValue: bytes[1]),
            let entry = EntryID(bytes: bytes[18..<34])
        else { return nil }
        self.init(
            access: access,
            compartment: Array(bytes[2..<18]),
            entry: entry,
            ordinal: bytes[34],
            keyCommitment: Array(bytes[35..<67]),
            nonce: Array(bytes[67..<79])
        )
    }
}
