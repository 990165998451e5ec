/// A column of values that are compared as wholes: sex, places, telephones, documents and others.
public struct CodeColumn: Sendable {
    /// Each record's value as its place in the dictionary, or 0 when it is missing.
    public internal(set) var values: [UInt32]
    /// The distinct values; the one at 0 is empty and stands for *missing*.
    public internal(set) var dictionary: ValueDictionary

    /// Makes a column in which every value is missing.
    public init(count: Int = 0) {
        values = [UInt32](repeating: 0, count: count)
        dictionary = ValueDictionary()
    }
}

/// Each distinct value of a column once, in comparable form.
public struct ValueDictionary: Sendable {
    /// The values' letters (ASCII, lower case), one after another.
    public internal(set) var bytes: [UInt8] = []
    /// Where each value's letters begin; one more than there are values.
    public internal(set) var offsets: [UInt32] = [0, 0]
    /// In how many records each occurs.
    public internal(set) var counts: [UInt32] = [0]

    /// Makes a dictionary that has only the missing value.
    public init() {}

    /// How many values there are, the missing one among them.
    public var count: Int { counts.count }

    /// The letters of a value.
    public subscript(value: Int) -> ArraySlice<UInt8> {
        bytes[Int(offsets[value])..<Int(offsets[value + 1])]
    }
}
