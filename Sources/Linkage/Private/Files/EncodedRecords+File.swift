extension EncodedRecords {
    /// The records as a file, in the order they stand in.
    ///
    /// ``RecordEncoder/file(of:agency:)`` is what an agency sends: it mixes the rows first.
    public var file: [UInt8] {
        var writer = ByteWriter()
        terms.write(to: &writer)
        writer.write(exactly: settings.encoded)
        writer.write(exactly: checkValue)
        writer.write(UInt8(agency))
        writer.write(UInt32(count))
        writer.write(UInt8(blockingKeysPerRecord))
        for word in filters.words { writer.write(word) }
        for key in blockingKeys { writer.write(key) }
        return PrivateFile.wrap(writer.bytes, as: .encodedRecords)
    }

    /// Reads a file of encoded records.
    ///
    /// - Parameter file: The bytes of a file; a sealed one is opened first (``SealingKey/open(_:)``).
    /// - Throws: ``PrivateFileUnreadable``.
    public init(reading file: [UInt8]) throws(PrivateFileUnreadable) {
        var reader = ByteReader(try PrivateFile.unwrap(file, as: .encodedRecords))
        let terms = try RunTerms(from: &reader)
        let settings = try EncodingSettings(from: &reader)
        let checkValue = Array(try reader.exactly(8))
        let agency = Int(try reader.number(UInt8.self))
        let count = Int(try reader.number(UInt32.self))
        let keysPerRecord = Int(try reader.number(UInt8.self))
        let width = settings.filterBits / 64
        guard terms.agencies.indices.contains(agency),
            keysPerRecord == (settings.hasBlockingKeys && count > 0 ? BlockingKeys.perRecord : 0),
            reader.rest == count * (width + keysPerRecord) * 8
        else { throw .damaged }
        var filters = FilterSet(wordsPerFilter: width)
        filters.append(try Self.words(count * width, from: &reader))
        self.init(
            terms: terms,
            settings: settings,
            checkValue: checkValue,
            agency: agency,
            filters: filters,
            blockingKeys: try Self.words(count * keysPerRecord, from: &reader)
        )
    }

    private var blockingKeysPerRecord: Int { count == 0 ? 0 : blockingKeys.count / count }

    private static func words(
        _ count: Int,
        from reader: inout ByteReader
    ) throws(PrivateFileUnreadable) -> [UInt64] {
        let bytes = try reader.exactly(count * 8)
        return (0..<count).map { index in
            let start = bytes.startIndex + index * 8
            return (start..<start + 8).reduce(0) { $0 << 8 | UInt64(bytes[$1]) }
        }
    }
}
