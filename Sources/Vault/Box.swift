import Crypto
package import Ledger

/// One sealed piece of a section, as the vault keeps it: a salt, a header, and the sealed text.
///
/// The log holds only `commitment`. When the box and its salt are erased, the commitment that stays
/// behind is a random number to everybody (DESIGN.md, *Log and vault*).
package struct Box: Hashable, Sendable {
    /// 256 random bits, without which the commitment cannot be tried against guesses.
    package let salt: [UInt8]
    package let header: BoxHeader
    /// The sealed text with its tag, or the padded text itself for a clear box.
    package let body: [UInt8]

    /// HMAC-SHA-256 under the salt, over header and body: what the entry commits to.
    package var commitment: Digest32 {
        var code = HMAC<SHA256>(key: SymmetricKey(data: salt))
        code.update(data: header.encoded)
        code.update(data: body)
        return Digest32(bytes: Array(code.finalize())) ?? .zero
    }

    /// Seals a text in a compartment.
    ///
    /// - Throws: `VaultError.tooLarge` for a text over 16 MiB.
    package static func seal(
        _ text: [UInt8],
        key: SectionKey,
        access: BoxHeader.Access,
        compartment: [UInt8],
        entry: EntryID,
        ordinal: UInt8,
        origin: String
    ) throws -> Box {
        let nonce = ChaChaPoly.Nonce()
        let header = BoxHeader(
            access: access,
            compartment: compartment,
            entry: entry,
            ordinal: ordinal,
            keyCommitment: key.commitment,
            nonce: Array(nonce)
        )
        let sealed = try ChaChaPoly.seal(
            try Padding.pad(text),
            using: key.symmetric,
            nonce: nonce,
            authenticating: associated(header, origin)
        )
        return Box(
            salt: randomBytes(32),
            header: header,
            body: Array(sealed.ciphertext) + Array(sealed.tag)
        )
    }

    /// Puts a public text in a box like any other, but in the clear.
    ///
    /// - Throws: `VaultError.tooLarge` for a text over 16 MiB.
    package static func clear(_ text: [UInt8], entry: EntryID, ordinal: UInt8) throws -> Box {
        let header = BoxHeader(
            access: .clear,
            compartment: clearCompartment,
            entry: entry,
            ordinal: ordinal,
            keyCommitment: [UInt8](repeating: 0, count: 32),
            nonce: [UInt8](repeating: 0, count: 12)
        )
        return Box(salt: randomBytes(32), header: header, body: try Padding.pad(text))
    }

    /// The text of a clear box.
    ///
    /// - Throws: `VaultError.sealed` if it is not one, `.damaged` if it cannot be read.
    package func clearText() throws -> [UInt8] {
        guard header.access == .clear else { throw VaultError.sealed }
        return try Padding.unpad(body)
    }

    /// Opens a sealed box that is meant to be folded into a view.
    ///
    /// - Throws: `VaultError.needsOpening` if this box may only be opened against an entry, `.wrongKey`
    ///   if the key is not the one that the header commits to, `.damaged` if the box was changed.
    package func open(with key: SectionKey, origin: String) throws -> [UInt8] {
        guard header.access == .folded else { throw VaultError.needsOpening }
        return try text(key, origin)
    }

    /// Opens a section's box.
    ///
    /// The receipt is the proof that the *opened* entry is durable; without one this cannot be called.
    ///
    /// - Throws: as `open(with:origin:)`.
    package func open(
        with key: SectionKey,
        origin: String,
        against receipt: OpeningReceipt
    ) throws -> [UInt8] {
        guard header.access == .opened else { throw VaultError.sealed }
        guard receipt.compartments.contains(header.compartment) else {
            throw VaultError.needsOpening
        }
        return try text(key, origin)
    }

    private func text(_ key: SectionKey, _ origin: String) throws -> [UInt8] {
        guard constantTimeEqual(key.commitment, header.keyCommitment) else {
            throw VaultError.wrongKey
        }
        guard body.count >= 16,
            let nonce = try? ChaChaPoly.Nonce(data: header.nonce),
            let sealed = try? ChaChaPoly.SealedBox(
                nonce: nonce,
                ciphertext: body.dropLast(16),
                tag: body.suffix(16)
            ),
            let padded = try? ChaChaPoly.open(
                sealed,
                using: key.symmetric,
                authenticating: Self.associated(header, origin)
            )
        else { throw VaultError.damaged }
        return try Padding.unpad(Array(padded))
    }

    private static func associated(_ header: BoxHeader, _ origin: String) -> [UInt8] {
        Array("enlace/box/v1\n\(origin)\n".utf8) + header.encoded
    }

    /// The compartment that clear boxes are kept under.
    package static let clearCompartment = [UInt8](repeating: 0, count: 16)

    // MARK: As a row of the shelf

    /// The bytes kept on the shelf: salt, header, body.
    package var stored: [UInt8] { salt + header.encoded + body }

    /// Reads a row of the shelf; `nil` if it is not a box.
    package init?(stored: [UInt8]) {
        guard let header = BoxHeader(decoding: stored.dropFirst(32)) else { return nil }
        self.init(
            salt: Array(stored.prefix(32)),
            header: header,
            body: Array(stored.dropFirst(32 + BoxHeader.length))
        )
    }

    private init(salt: [UInt8], header: BoxHeader, body: [UInt8]) {
        self.salt = salt
        self.header = header
        self.body = body
    }
}

/// Why the vault did not do what was asked.
package enum VaultError: Error, Hashable, Sendable {
    /// The key is not the one that the box commits to, or the password is wrong.
    case wrongKey
    /// The bytes were changed, or were never a box, a wrap or an account.
    case damaged
    /// A sealed box was read as a clear one, or the reverse.
    case sealed
    /// A section's box was opened without an *opened* entry.
    case needsOpening
    case tooLarge
}

/// Random bytes from the system.
package func randomBytes(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    var bytes: [UInt8] = []
    // Every number is one call of the kernel, so each gives eight bytes.
    while bytes.count < count {
        bytes += VaultShelf.bigEndian(generator.next())
    }
    return Array(bytes.prefix(count))
}

/// Compares two secrets in time that depends on their length only.
package func constantTimeEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
}
