/// Whole numbers as tables write them: in the digits 0 to 9 alone.
enum WholeNumber {
    /// The largest that is read, a thousand million: no register of people has more.
    static let largest = 1_000_000_000

    /// Reads one, or says what it is instead.
    static func read(_ text: String) -> Result<Int, TableUnreadable.Reason> {
        var value = 0
        for byte in text.utf8 {
            guard (0x30...0x39).contains(byte) else { return .failure(fault(of: text)) }
            // Far above the largest, so that adding digits cannot overflow.
            value = min(value, largest) * 10 + Int(byte - 0x30)
        }
        if text.isEmpty { return .failure(.notANumber) }
        return value > largest ? .failure(.tooLarge) : .success(value)
    }

    private static func fault(of text: String) -> TableUnreadable.Reason {
        let unsigned = text.drop { "-−–".contains($0) }
        let isNumber =
            unsigned.contains(where: \.isWholeNumber)
            && unsigned.allSatisfy { "0123456789.,".contains($0) }
        guard isNumber else { return .notANumber }
        return unsigned.count < text.count ? .negative : .fractional
    }
}

extension TableUnreadable.Reason: Error {}
