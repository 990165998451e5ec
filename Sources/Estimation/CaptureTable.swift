/// Why counts make no table of capture histories.
public enum TableRefused: Error, Hashable, Sendable {
    /// There are fewer than 2 lists, or more than ``CaptureTable/maximumListCount``.
    case listCount(Int)
    /// Two lists have the same name.
    case repeatedList(String)
    /// There is not one count for each set of lists.
    case wrongNumberOfCounts(expected: Int, found: Int)
    /// The count of this history is negative, infinite, or no number.
    case badCount(history: Int)
    /// Somebody is counted who is on no list, whom nobody can have seen.
    case countOfTheUnseen
    /// Nobody is on any list.
    case empty
    /// There are more people than ``CaptureTable/mostPeople``.
    case tooManyPeople
}

/// How many people are on just which of some lists.
///
/// A *capture history* says which lists a person is on. It is written as a bit mask: bit *j* is set for
/// the people who are on list *j*. Of *K* lists there are 2^*K* histories; those with history 0 are the
/// people whom no list has, and their number is what is to be estimated.
public struct CaptureTable: Hashable, Sendable {
    /// The most lists that a table can have.
    public static let maximumListCount = 10
    /// The most people of a table, 2^53: up to it doubles count exactly, and integers hold the sums.
    public static let mostPeople = 0x1p53

    /// The names of the lists; list *j* is bit *j* of a history.
    public let lists: [String]
    /// People by history, 2^*K* values from 0 up; the first, of those not seen, is 0.
    ///
    /// They are whole numbers unless somebody asks what other overlaps would have shown.
    public let counts: [Double]

    /// Takes a table.
    ///
    /// - Parameters:
    ///   - lists: The names of 2 to ``maximumListCount`` lists, all different.
    ///   - counts: People by history, 2^*K* finite values from 0 up, the first 0, with a sum of at
    ///     most ``mostPeople``.
    /// - Throws: ``TableRefused`` with the first thing that is wrong.
    public init(lists: [String], counts: [Double]) throws(TableRefused) {
        guard (2...Self.maximumListCount).contains(lists.count) else {
            throw .listCount(lists.count)
        }
        for (index, list) in lists.enumerated() where lists[..<index].contains(list) {
            throw .repeatedList(list)
        }
        guard counts.count == 1 << lists.count else {
            throw .wrongNumberOfCounts(expected: 1 << lists.count, found: counts.count)
        }
        if let history = counts.firstIndex(where: { !($0.isFinite && $0 >= 0) }) {
            throw .badCount(history: history)
        }
        guard counts[0] == 0 else { throw .countOfTheUnseen }
        guard counts.contains(where: { $0 > 0 }) else { throw .empty }
        guard counts.reduce(0, +) <= Self.mostPeople else { throw .tooManyPeople }
        self.lists = lists
        self.counts = counts
    }

    /// The number of lists, *K*.
    public var listCount: Int { lists.count }

    /// The number of people who are on some list, *n*.
    public var observed: Double { counts.reduce(0, +) }

    /// How many people are on every list of each set, whatever other lists they are on.
    ///
    /// 2^*K* values; that of the empty set is everybody.
    public var overlaps: [Double] {
        var sums = counts
        SubsetSums.overSupersets(&sums)
        return sums
    }

    /// The names of the lists of a set, in order.
    ///
    /// - Parameter mask: The set.
    /// - Returns: The names.
    public func names(in mask: Int) -> [String] {
        lists.indices.filter { mask >> $0 & 1 == 1 }.map { lists[$0] }
    }
}
