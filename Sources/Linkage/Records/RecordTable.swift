/// Records made comparable: columns of small numbers, each distinct value kept once.
///
/// Several sources (files, agencies) stand one after another in one table and share its dictionaries.
public struct RecordTable: Sendable {
    /// The fields, as named when the records were read.
    public internal(set) var fields: [Field]
    /// Which rows came from which source, in order; together they are all rows.
    public internal(set) var sources: [Range<Int>]
    /// Each record's identifier, as written.
    public internal(set) var identifiers: TextColumn
    /// The names of all name fields together; without tokens when no field is a name.
    public internal(set) var names: NameColumn
    /// One column for each field that is no part of a name, in the order of `fields`.
    public internal(set) var columns: [Column]

    /// How many records there are.
    public var count: Int { identifiers.count }

    /// A column that is no name.
    public struct Column: Sendable {
        /// What it was in the file.
        public internal(set) var field: Field
        /// One value for each record.
        public internal(set) var values: Values
    }

    /// What a column holds.
    public enum Values: Sendable {
        case dates([PartialDate])
        case codes(CodeColumn)
    }
}

/// Texts one after another, kept as they were written.
public struct TextColumn: Sendable {
    /// UTF-8.
    public internal(set) var bytes: [UInt8] = []
    /// Where each text begins; one more than there are texts.
    public internal(set) var offsets: [Int] = [0]

    /// Makes a column without texts.
    public init() {}

    /// How many texts there are.
    public var count: Int { offsets.count - 1 }

    /// A text.
    public subscript(row: Int) -> String {
        String(decoding: bytes[offsets[row]..<offsets[row + 1]], as: UTF8.self)
    }

    /// Adds a text.
    public mutating func append(_ text: Span<UInt8>) {
        unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
        offsets.append(bytes.count)
    }
}
