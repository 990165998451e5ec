/// Why counts make no table of people seen repeatedly.
public enum RepeatedTableRefused: Error, Hashable, Sendable {
    /// A number of times is below 1: who was never seen cannot be counted.
    case badTimes(Int)
    /// A count is negative, infinite, or no number.
    case badCount(times: Int)
    /// A person's level is none of its covariate's, or levels are missing.
    case badLevel(times: Int)
    /// There is nobody.
    case empty
}

/// How many people one agency saw once, twice and so on, with what is known of them.
public struct RepeatedTable: Hashable, Sendable {
    /// A thing known of each person, such as an age group.
    public struct Covariate: Hashable, Sendable {
        /// Its name.
        public let name: String
        /// The values it can have; the first is the one with which the others are compared.
        public let levels: [String]

        /// Creates a covariate.
        ///
        /// - Parameters:
        ///   - name: Its name.
        ///   - levels: The values it can have.
        public init(name: String, levels: [String]) {
            self.name = name
            self.levels = levels
        }
    }

    /// People alike: seen as often, with the same levels.
    public struct Group: Hashable, Sendable {
        /// How often each was seen, from 1 up.
        public let times: Int
        /// The index of the level of each covariate, in their order.
        public let levels: [Int]
        /// The people.
        public let count: Double

        /// Creates a group.
        ///
        /// - Parameters:
        ///   - times: How often each was seen, from 1 up.
        ///   - levels: The index of the level of each covariate.
        ///   - count: The people.
        public init(times: Int, levels: [Int] = [], count: Double) {
            self.times = times
            self.levels = levels
            self.count = count
        }
    }

    /// What is known of each person.
    public let covariates: [Covariate]
    /// The people, by levels and then times; no two groups are alike and none is without people.
    public let groups: [Group]

    /// Takes a table; groups that are alike are joined.
    ///
    /// - Parameters:
    ///   - covariates: What is known of each person.
    ///   - groups: The people, in any order.
    /// - Throws: ``RepeatedTableRefused`` with the first thing that is wrong.
    public init(covariates: [Covariate] = [], groups: [Group]) throws(RepeatedTableRefused) {
        var counts: [Kind: Double] = [:]
        for group in groups {
            guard group.times >= 1 else { throw .badTimes(group.times) }
            guard group.count.isFinite, group.count >= 0 else {
                throw .badCount(times: group.times)
            }
            guard group.levels.count == covariates.count,
                zip(group.levels, covariates).allSatisfy({ $1.levels.indices.contains($0) })
            else { throw .badLevel(times: group.times) }
            counts[Kind(times: group.times, levels: group.levels), default: 0] += group.count
        }
        let found = counts.filter { $0.value > 0 }
        guard !found.isEmpty else { throw .empty }
        self.covariates = covariates
        self.groups = found.sorted { $0.key < $1.key }.map {
            Group(times: $0.key.times, levels: $0.key.levels, count: $0.value)
        }
    }

    /// The number of people seen, *n*.
    public var observed: Double { groups.reduce(0) { $0 + $1.count } }

    /// The people by how often they were seen, for each number of times that somebody was.
    public var peopleByTimes: [Int: Double] {
        groups.reduce(into: [:]) { $0[$1.times, default: 0] += $1.count }
    }

    /// The people seen exactly so often.
    ///
    /// - Parameter times: How often.
    /// - Returns: The people.
    public func people(seen times: Int) -> Double {
        groups.reduce(0) { $1.times == times ? $0 + $1.count : $0 }
    }
}

private struct Kind: Hashable, Comparable {
    let times: Int
    let levels: [Int]

    static func < (one: Kind, other: Kind) -> Bool {
        one.levels == other.levels
            ? one.times < other.times : one.levels.lexicographicallyPrecedes(other.levels)
    }
}
