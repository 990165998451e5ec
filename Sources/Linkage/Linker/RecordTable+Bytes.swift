extension RecordTable {
    /// About how many bytes the table takes.
    var byteCount: Int {
        var bytes = identifiers.bytes.count + 8 * identifiers.offsets.count
        bytes += 4 * (names.offsets.count + names.tokens.count)
        bytes += names.vocabulary.bytes.count + 16 * names.vocabulary.count
        for column in columns {
            switch column.values {
            case .dates(let dates): bytes += MemoryLayout<PartialDate>.stride * dates.count
            case .codes(let codes):
                bytes += 4 * codes.values.count + codes.dictionary.bytes.count
                bytes += 8 * codes.dictionary.count
            }
        }
        return bytes
    }
}
