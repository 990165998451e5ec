/// Compares the values of one column that is no name and no date.
struct CodeComparison: Sendable {
    private let kind: FieldKind
    private let dictionary: ValueDictionary
    /// How rare each value is, in quarters of a bit.
    private let information: [UInt8]
    /// The letter pairs of each value of a column that is compared as a text.
    private let letterPairs: [UInt64]
    /// What is added to the numbers of this column's values to tell them from other columns' ones.
    private let firstNumber: Int

    init(_ column: CodeColumn, kind: FieldKind, firstNumber: Int) {
        self.firstNumber = firstNumber
        self.kind = kind
        dictionary = column.dictionary
        let total = column.dictionary.counts.dropFirst().reduce(0) { $0 + Int($1) }
        information = column.dictionary.counts.map {
            Information.quarterBits(count: $0, total: total)
        }
        let isText = kind != .sex && !kind.hasSignature
        let values = isText ? 0..<column.dictionary.count : 0..<0
        letterPairs = values.map { Signature.letterPairs(column.dictionary[$0]) }
    }

    /// The verdict on two values, each with its summary if the kind has one.
    @inline(__always)
    func compare(
        _ left: UInt32,
        _ right: UInt32,
        _ signatures: (left: UInt32, right: UInt32),
        _ memory: inout ComparisonMemory
    ) -> Verdict {
        if left == 0 || right == 0 { return .missing }
        let (first, second) = (Int(left), Int(right))
        if first == second { return Verdict(.same, quarterBits: Int(information[first])) }
        guard mayBeAlike(first, second, signatures) else { return .different }
        let finding = remembered(first, second, &memory)
        guard finding != .different else { return .different }
        return Verdict(finding, quarterBits: Int(min(information[first], information[second])))
    }

    /// How many numbers the column's values take.
    var count: Int { dictionary.count }

    /// Whether the summaries leave it open that two different values are alike.
    private func mayBeAlike(
        _ left: Int,
        _ right: Int,
        _ signatures: (left: UInt32, right: UInt32)
    ) -> Bool {
        switch kind {
        case .sex: false
        case .phone: Signature.mayBeAlikePhones(signatures.left, signatures.right)
        case .document: Signature.differing(signatures.left, signatures.right) <= 4
        default: Signature.mayBeAlike(letterPairs[left], letterPairs[right])
        }
    }

    @inline(never)
    private func remembered(
        _ left: Int,
        _ right: Int,
        _ memory: inout ComparisonMemory
    ) -> Level.Finding {
        let slot = memory.values.slot(left &+ firstNumber, right &+ firstNumber)
        if let slot, let known = memory.values[slot] {
            return Level.Finding(rawValue: known) ?? .different
        }
        let letters = dictionary.bytes.span
        let first = letters.extracting(dictionary.range(of: left))
        let second = letters.extracting(dictionary.range(of: right))
        let finding =
            switch kind {
            case .phone: CodeLikeness.phone(first, second, &memory.masks)
            case .document: CodeLikeness.document(first, second, &memory.masks)
            default: CodeLikeness.text(first, second, &memory.masks)
            }
        if let slot { memory.values.keep(finding.rawValue, at: slot) }
        return finding
    }
}

extension ValueDictionary {
    /// Where a value's letters stand.
    func range(of value: Int) -> Range<Int> {
        Int(offsets[value])..<Int(offsets[value + 1])
    }
}
