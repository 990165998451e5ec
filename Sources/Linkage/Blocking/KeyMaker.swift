/// Computes the numbers of what records share in a pass.
///
/// A key's number is a mixture of a sum: one summand for each token and for each other part. From the
/// number the sum can be had back, and what a split adds is one summand more.
struct KeyMaker {
    private let tokens: TokenNumbers?
    private let wanted: Int
    private let sums: PartSums

    /// Prepares a key of which a record cannot lack the first `required` parts.
    init(_ key: BlockingKey, required: Int, sources: BlockingSources) {
        wanted = key.tokens
        tokens = sources.tokens(key.form)
        sums = PartSums(key.parts, of: sources.table, required: required)
    }

    /// Calls `body` with each number that a record has.
    @inline(__always)
    func forEachNumber(rows: Range<Int>, _ body: (_ row: Int, _ number: UInt32) -> Void) {
        let tokens = tokens ?? .none
        let several = sums.several ?? .none
        let (tokenOffsets, tokenNumbers) = (tokens.offsets.span, tokens.numbers.span)
        let (offsets, values) = (several.offsets.span, several.values.span)
        let base = sums.base.span
        for row in rows where base[row] != 0 {
            var tokens = 0..<0
            if wanted > 0 {
                tokens = Int(tokenOffsets[row])..<Int(tokenOffsets[row + 1])
                if tokens.count < wanted { continue }
            }
            if sums.several == nil {
                forEachChoice(tokenNumbers, tokens) { body(row, mix(base[row] &+ $0)) }
                continue
            }
            for index in Int(offsets[row])..<Int(offsets[row + 1]) {
                let sum = base[row] &+ values[index]
                forEachChoice(tokenNumbers, tokens) { body(row, mix(sum &+ $0)) }
            }
        }
    }

    /// Calls `body` with each number that comes of a number of a record by one token more.
    ///
    /// - Parameters:
    ///   - waiting: Rows in the high half, their numbers in the low, in the order of rows.
    ///   - body: Given the row and the new number.
    @inline(__always)
    func forEachLonger(
        _ waiting: borrowing EntryBuffer,
        _ body: (_ row: Int, _ number: UInt32) -> Void
    ) {
        let tokens = tokens ?? .none
        let several = sums.several ?? .none
        let (tokenOffsets, tokenNumbers) = (tokens.offsets.span, tokens.numbers.span)
        let (offsets, values) = (several.offsets.span, several.values.span)
        let base = sums.base.span
        for index in 0..<waiting.count {
            let (row, number) = waiting.halves(index)
            let sum = unmix(number)
            let own = Int(tokenOffsets[row])..<Int(tokenOffsets[row + 1])
            let parts = sum &- base[row]
            if sums.several == nil {
                forEachOther(tokenNumbers, own, than: parts) { body(row, mix(sum &+ $0)) }
                continue
            }
            for index in Int(offsets[row])..<Int(offsets[row + 1]) {
                forEachOther(tokenNumbers, own, than: parts &- values[index]) {
                    body(row, mix(sum &+ $0))
                }
            }
        }
    }

    /// Calls `body` with each token that is not in the choice whose sum is `chosen`; with none when no choice
    /// has that sum.
    @inline(__always)
    private func forEachOther(
        _ numbers: borrowing Span<UInt32>,
        _ tokens: Range<Int>,
        than chosen: UInt32,
        _ body: (UInt32) -> Void
    ) {
        if wanted == 0 {
            if chosen == 0 { for other in tokens { body(numbers[other]) } }
            return
        }
        for first in tokens {
            if wanted == 1 {
                guard numbers[first] == chosen else { continue }
                for other in tokens where other != first { body(numbers[other]) }
                return
            }
            for second in tokens where second > first {
                guard numbers[first] &+ numbers[second] == chosen else { continue }
                for other in tokens where other != first && other != second { body(numbers[other]) }
                return
            }
        }
    }

    /// Calls `body` with the sums that choices of tokens make.
    @inline(__always)
    private func forEachChoice(
        _ numbers: borrowing Span<UInt32>,
        _ tokens: Range<Int>,
        _ body: (UInt32) -> Void
    ) {
        switch wanted {
        case 0: body(0)
        case 1: for first in tokens { body(numbers[first]) }
        case 2:
            for first in tokens {
                let one = numbers[first]
                var second = first + 1
                while second < tokens.upperBound {
                    body(one &+ numbers[second])
                    second += 1
                }
            }
        default:
            for first in tokens {
                for second in tokens where second > first {
                    let two = numbers[first] &+ numbers[second]
                    for third in tokens where third > second { body(two &+ numbers[third]) }
                }
            }
        }
    }

    /// About how many numbers the records have in all.
    func expectedCount(rows: Int) -> Int {
        let tokens = rows == 0 ? 0 : (self.tokens?.numbers.count ?? 0) / rows + 1
        let choices = [
            1, tokens, tokens * (tokens - 1) / 2, tokens * (tokens - 1) * (tokens - 2) / 6,
        ]
        return choices[wanted] * max(rows, sums.several?.values.count ?? 0)
    }
}
