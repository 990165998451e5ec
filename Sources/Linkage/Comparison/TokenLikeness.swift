/// How alike two different tokens of a name are, from least to most.
enum TokenLikeness: UInt8, Comparable, Sendable {
    case different
    case alike
    case initial
    case otherSpelling
    case soundsAlike
    case nickname

    static func < (left: TokenLikeness, right: TokenLikeness) -> Bool {
        left.rawValue < right.rawValue
    }

    var finding: Level.Finding {
        switch self {
        case .different: .different
        case .alike: .alike
        case .initial: .initial
        case .otherSpelling: .otherSpelling
        case .soundsAlike: .soundsAlike
        case .nickname: .nickname
        }
    }

    /// The likeness of two texts by their letters alone.
    ///
    /// One slip of the pen in a token of four letters or more, two from eight on, or a Jaro-Winkler
    /// similarity of 0.92 are another spelling; one of 0.84, or one slip in three letters, is
    /// alike. Tokens that begin differently are so only by slips.
    static func byLetters(
        _ left: Span<UInt8>,
        _ right: Span<UInt8>,
        _ masks: inout MatchMasks
    ) -> TokenLikeness {
        let shorter = min(left.count, right.count)
        guard shorter > 0 else { return .different }
        if shorter == 1 { return left[0] == right[0] ? .initial : .different }
        let slips = OptimalAlignment.distance(left, right, &masks)
        if slips <= (shorter >= 8 ? 2 : 1), shorter >= 4 { return .otherSpelling }
        guard left[0] == right[0] else { return slips <= 1 ? .alike : .different }
        let similarity = JaroWinkler.similarity(left, right, &masks)
        if similarity >= 0.92, shorter >= 5 { return .otherSpelling }
        return similarity >= 0.84 || slips <= 1 ? .alike : .different
    }
}
