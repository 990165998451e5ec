/// Texts as symbols that are small numbers.
enum Symbols {
    /// Compares two strings by their Unicode scalars.
    ///
    /// ASCII is compared as its bytes. Other scalars are numbered in the order they are met: the
    /// measures ask only whether two symbols are the same.
    static func compare<Result>(
        _ left: String,
        _ right: String,
        _ narrow: (Span<UInt8>, Span<UInt8>, inout MatchMasks) -> Result,
        wide: (Span<UInt32>, Span<UInt32>, inout MatchMasks) -> Result
    ) -> Result {
        let leftBytes = Array(left.utf8)
        let rightBytes = Array(right.utf8)
        if leftBytes.allSatisfy({ $0 < 128 }) && rightBytes.allSatisfy({ $0 < 128 }) {
            var masks = MatchMasks()
            return narrow(leftBytes.span, rightBytes.span, &masks)
        }
        var numbers: [Unicode.Scalar: UInt32] = [:]
        func numbered(_ text: String) -> [UInt32] {
            text.unicodeScalars.map { scalar in
                if let number = numbers[scalar] { return number }
                let number = UInt32(numbers.count)
                numbers[scalar] = number
                return number
            }
        }
        let leftNumbers = numbered(left)
        let rightNumbers = numbered(right)
        var masks = MatchMasks(alphabet: numbers.count)
        return wide(leftNumbers.span, rightNumbers.span, &masks)
    }
}
