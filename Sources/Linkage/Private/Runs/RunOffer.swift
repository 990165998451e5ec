/// What one of two agencies sends the other so that both come to one key.
public struct RunOffer: Hashable, Sendable {
    /// What the sender agrees to.
    public let terms: RunTerms
    /// Which of the terms' agencies sends it.
    public let agency: Int
    /// An X25519 public key that serves this run alone.
    let publicKey: [UInt8]

    /// Thirty digits that both read to each other by another way than the files went.
    ///
    /// If they are the same on both sides for both offers, nobody stands between.
    public var fingerprint: String { Fingerprint.digits(of: body) }

    /// The offer as a file, which may be seen by anybody.
    public var file: [UInt8] { PrivateFile.wrap(body, as: .offer) }

    /// Reads the file of an offer.
    ///
    /// - Parameter file: The bytes of a file.
    /// - Throws: ``PrivateFileUnreadable``.
    public init(reading file: [UInt8]) throws(PrivateFileUnreadable) {
        var reader = ByteReader(try PrivateFile.unwrap(file, as: .offer))
        try self.init(from: &reader)
        try reader.end()
    }

    init(terms: RunTerms, agency: Int, publicKey: [UInt8]) {
        self.terms = terms
        self.agency = agency
        self.publicKey = publicKey
    }

    init(from reader: inout ByteReader) throws(PrivateFileUnreadable) {
        terms = try RunTerms(from: &reader)
        agency = Int(try reader.number(UInt8.self))
        publicKey = Array(try reader.exactly(32))
        guard terms.agencies.indices.contains(agency) else { throw .damaged }
    }

    var body: [UInt8] {
        var writer = ByteWriter()
        terms.write(to: &writer)
        writer.write(UInt8(agency))
        writer.write(exactly: publicKey)
        return writer.bytes
    }
}
