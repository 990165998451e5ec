/// Computes what records share, from a table's columns and what was prepared of its dictionaries.
struct KeyMaker {
    /// Of a long name only so many tokens take part.
    static let mostTokens = 6

    private let names: NameColumn
    /// For each token of the vocabulary a mixed number of its form; 0 says nothing.
    private let tokenNumbers: [UInt32]
    /// What all levels share before the last part or token, and the last part.
    private let key: BlockingKey
    private let split: BlockingPass.Split?
    private let columns: [PartColumn]

    /// Makes ready for one level of a pass: 0 is the pass's own key.
    init(table: RecordTable, pass: BlockingPass, level: Int) {
        key = pass.levels[level]
        split = level == 0 ? nil : pass.splits[level - 1]
        names = table.names
        tokenNumbers =
            key.tokens == 0
            ? [] : TokenNumbers.make(key.form, of: table.names.vocabulary)
        let required = pass.key.parts.count
        columns = key.parts.enumerated().map { index, part in
            PartColumn(part, of: table, isRequired: index < required)
        }
    }

    /// Calls `body` with each number that a record of `rows` has for this level.
    ///
    /// At a level that splits, only numbers that come of a number in `parents` are made.
    @inline(__always)
    func forEachNumber(
        rows: Range<Int>,
        parents: NumberSet,
        _ body: (_ row: Int, _ number: UInt32) -> Void
    ) {
        var tokens = [UInt32](repeating: 0, count: Self.mostTokens)
        // The sums of the values of all parts, and the same without the last.
        var sums: [UInt32] = []
        var shorter: [UInt32] = []
        let splitsByToken = split == .token
        let splits = split != nil
        let wanted = key.tokens
        for row in rows {
            var count = 0
            if wanted > 0 {
                count = gatherTokens(of: row, into: &tokens)
                guard count >= wanted else { continue }
            }
            guard gatherSums(of: row, into: &sums, &shorter) else { continue }
            for index in 0..<sums.count {
                let sum = sums[index]
                let parentSum = shorter[index]
                switch wanted {
                case 0:
                    if !splits || parents.contains(mix(parentSum)) { body(row, mix(sum)) }
                case 1:
                    for first in 0..<count {
                        let token = tokens[first]
                        if splits {
                            let parent = splitsByToken ? parentSum : parentSum &+ token
                            guard parents.contains(mix(parent)) else { continue }
                        }
                        body(row, mix(sum &+ token))
                    }
                case 2:
                    for first in 0..<count {
                        for second in first + 1..<max(first + 1, count) {
                            let pair = tokens[first] &+ tokens[second]
                            if splits {
                                if splitsByToken {
                                    guard
                                        parents.contains(mix(parentSum &+ tokens[first]))
                                            || parents.contains(mix(parentSum &+ tokens[second]))
                                    else { continue }
                                } else if !parents.contains(mix(parentSum &+ pair)) {
                                    continue
                                }
                            }
                            body(row, mix(sum &+ pair))
                        }
                    }
                default:
                    for first in 0..<count {
                        for second in first + 1..<max(first + 1, count) {
                            let pair = tokens[first] &+ tokens[second]
                            for third in second + 1..<max(second + 1, count) {
                                let triple = pair &+ tokens[third]
                                if splits {
                                    if splitsByToken {
                                        guard
                                            parents.contains(mix(parentSum &+ pair))
                                                || parents.contains(
                                                    mix(parentSum &+ triple &- tokens[first])
                                                )
                                                || parents.contains(
                                                    mix(parentSum &+ triple &- tokens[second])
                                                )
                                        else { continue }
                                    } else if !parents.contains(mix(parentSum &+ triple)) {
                                        continue
                                    }
                                }
                                body(row, mix(sum &+ triple))
                            }
                        }
                    }
                }
            }
        }
    }

    /// The different numbers of a record's tokens.
    @inline(__always)
    private func gatherTokens(of row: Int, into tokens: inout [UInt32]) -> Int {
        var count = 0
        let end = Int(names.offsets[row + 1])
        gathering: for index in Int(names.offsets[row])..<end {
            let number = tokenNumbers[names.tokens[index].id]
            guard number != 0 else { continue }
            for earlier in 0..<count where tokens[earlier] == number { continue gathering }
            tokens[count] = number
            count += 1
            if count == Self.mostTokens { break }
        }
        return count
    }

    /// The sums of one value of each part, in all combinations; false when a part that the pass cannot
    /// do without is missing.
    @inline(__always)
    private func gatherSums(
        of row: Int,
        into sums: inout [UInt32],
        _ shorter: inout [UInt32]
    ) -> Bool {
        sums.removeAll(keepingCapacity: true)
        shorter.removeAll(keepingCapacity: true)
        sums.append(0)
        shorter.append(0)
        let splitsByPart = split != nil && split != .token
        for place in 0..<columns.count {
            let isLast = place == columns.count - 1
            guard
                columns[place].extend(
                    &sums,
                    &shorter,
                    row: row,
                    weight: UInt32(truncatingIfNeeded: 0x9E37_79B1 &+ 0x3C6E_F372 &* place),
                    inShorter: !(isLast && splitsByPart)
                )
            else { return false }
        }
        return true
    }
}

/// Spreads a number over all 32-bit numbers, one to one and 0 to 0 (the finalizer "lowbias32" of
/// Wellons, 2018).
@inline(__always)
func mix(_ number: UInt32) -> UInt32 {
    var mixed = number ^ (number >> 16)
    mixed = mixed &* 0x7FEB_352D
    mixed = (mixed ^ (mixed >> 15)) &* 0x846C_A68B
    return mixed ^ (mixed >> 16)
}

extension KeyMaker {
    /// Into how many parts the numbers of so many rows are divided, so that one part is not too much to
    /// sort in memory.
    func slices(rows: Int) -> Int {
        let tokens = rows == 0 ? 0 : min(Self.mostTokens, names.tokens.count / rows + 1)
        let combinations = [
            1, tokens, tokens * (tokens - 1) / 2, tokens * (tokens - 1) * (tokens - 2) / 6,
        ]
        let years = columns.count { $0.hasNeighbours }
        return 1 + rows * combinations[key.tokens] << years / 12_000_000
    }
}
