/// How two different values of a column compare that is no name and no date.
enum CodeLikeness {
    /// Seven digits at the end make a subscriber's number; what stands before is dialled or not.
    static let subscriberDigits = 7

    /// The end agrees, or all but a slip of the pen.
    static func phone(
        _ left: Span<UInt8>,
        _ right: Span<UInt8>,
        _ masks: inout MatchMasks
    ) -> Level.Finding {
        let shorter = min(left.count, right.count)
        if shorter >= subscriberDigits {
            let end = left.extracting(last: subscriberDigits)
            if end.isEqual(right.extracting(last: subscriberDigits)) { return .sameEnd }
        }
        guard shorter >= 6 else { return .different }
        return OptimalAlignment.distance(left, right, &masks) <= 1 ? .otherSpelling : .different
    }

    /// All but a slip of the pen agrees, or all but two.
    static func document(
        _ left: Span<UInt8>,
        _ right: Span<UInt8>,
        _ masks: inout MatchMasks
    ) -> Level.Finding {
        guard min(left.count, right.count) >= 5 else { return .different }
        return switch OptimalAlignment.distance(left, right, &masks) {
        case ...1: .otherSpelling
        case 2: .alike
        default: .different
        }
    }

    /// A slip of the pen or the same words in another order, a beginning or a part of the words, or
    /// some resemblance.
    static func text(
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
        let words = WordOverlap(left, right)
        if words.areAllCommon { return .otherSpelling }
        if shorter >= 3,
            left.extracting(first: shorter).isEqual(right.extracting(first: shorter))
        {
            return .sameBeginning
        }
        return similarity >= 0.84 || words.areMostlyCommon ? .alike : .different
    }
}

extension Span<UInt8> {
    /// Whether two texts have the same bytes.
    func isEqual(_ other: Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        for place in indices where self[place] != other[place] { return false }
        return true
    }
}

/// How many words two texts have in common, in whatever order.
struct WordOverlap {
    /// Of more words than these the last are not looked at.
    private static let most = 16
    private(set) var common = 0
    private(set) var left = 0
    private(set) var right = 0

    init(_ leftText: Span<UInt8>, _ rightText: Span<UInt8>) {
        let leftWords = Self.words(leftText)
        var rightWords = Self.words(rightText)
        left = leftWords.count
        right = rightWords.count
        for word in leftWords {
            let match = rightWords.firstIndex {
                leftText.extracting(word).isEqual(rightText.extracting($0))
            }
            guard let match else { continue }
            rightWords.remove(at: match)
            common += 1
        }
    }

    /// Whether both have two words or more, and all of them.
    var areAllCommon: Bool { common >= 2 && common == max(left, right) }
    /// Whether more than half the words of the longer are in both.
    var areMostlyCommon: Bool { common >= 2 && 2 * common > max(left, right) }

    private static func words(_ text: Span<UInt8>) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var start = 0
        for place in 0...text.count where place == text.count || text[place] == 32 {
            if place > start, words.count < most { words.append(start..<place) }
            start = place + 1
        }
        return words
    }
}
