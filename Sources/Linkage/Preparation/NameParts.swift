/// The parts of a name, split from a value as it was written.
enum NameParts {
    /// Splits a folded value at spaces and signs.
    static func split(_ folded: [UInt8]) -> [ArraySlice<UInt8>] {
        folded.split { !isLetter($0) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
    }
}
