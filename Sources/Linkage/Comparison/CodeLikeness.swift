/// How two different values of a column compare that is no name and no date.
enum CodeLikeness {
    static func compare(
        _ left: Span<UInt8>,
        _ right: Span<UInt8>,
        as kind: FieldKind,
        _ masks: inout MatchMasks
    ) -> Level.Finding {
        switch kind {
        case .sex: .different
        case .phone: phone(left, right, &masks)
        case .document: document(left, right, &masks)
        default: text(left, right, &masks)
        }
    }

    /// Seven digits at the end make a subscriber's number; what stands before is dialled or not.
    private static func phone(
        _ left: Span<UInt8>,
        _ right: Span<UInt8>,
        _ masks: inout MatchMasks
    ) -> Level.Finding {
        let shorter = min(left.count, right.count)
        if shorter >= 7, endsAgree(left, right, 7) { return .sameEnd }
        guard shorter >= 6 else { return .different }
        return OptimalAlignment.distance(left, right, &masks) <= 1 ? .otherSpelling : .different
    }

    private static func document(
        _ left: Span<UInt8>,
        _ right: Span<UInt8>,
        _ masks: inout MatchMasks
    ) -> Level.Finding {
        let shorter = min(left.count, right.count)
        guard shorter >= 4 else { return .different }
        let slips = OptimalAlignment.distance(left, right, &masks)
        if slips <= 1 { return .otherSpelling }
        if beginningsAgree(left, right, shorter) { return .sameBeginning }
        return slips <= 2 ? .alike : .different
    }

    private static func text(
        _ left: Span<UInt8>,
        _ right: Span<UInt8>,
        _ masks: inout MatchMasks
    ) -> Level.Finding {
        let shorter = min(left.count, right.count)
        guard shorter > 0 else { return .different }
        let slips = OptimalAlignment.distance(left, right, &masks)
        if slips <= 1, shorter >= 3 { return .otherSpelling }
        let similarity = JaroWinkler.similarity(left, right, &masks)
        if similarity >= 0.92 { return .otherSpelling }
        if shorter >= 3, beginningsAgree(left, right, shorter) { return .sameBeginning }
        return similarity >= 0.84 ? .alike : .different
    }

    private static func beginningsAgree(
        _ left: Span<UInt8>,
        _ right: Span<UInt8>,
        _ length: Int
    ) -> Bool {
        for place in 0..<length where left[place] != right[place] { return false }
        return true
    }

    private static func endsAgree(
        _ left: Span<UInt8>,
        _ right: Span<UInt8>,
        _ length: Int
    ) -> Bool {
        for back in 1...length where left[left.count - back] != right[right.count - back] {
            return false
        }
        return true
    }
}
