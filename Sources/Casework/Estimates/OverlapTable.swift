/// How many people are on just which of some agencies' lists, as whoever linked the lists reports it.
///
/// It names nobody, and is sealed all the same: a cell of one or two can tell whom a person talked to.
package struct OverlapTable: Hashable, Codable, Sendable {
    /// How many lists a table can have.
    package static let listCounts = 2...6
    /// The most people that one cell can have: more than there are people at risk anywhere, and few
    /// enough that no sum overflows.
    package static let largestCount = 10_000_000
    /// The bytes of the salt.
    package static let saltSize = 32

    package var id: OverlapID
    /// Whose number is in question, in words.
    package var population: String
    package var place: String
    package var window: Window
    /// Who counts and who does not: the same for every list.
    package var definition: String
    package var lists: [ContributedList]
    /// Whether all lists are of this population and window, as whoever entered the table knows.
    package var samePopulation: SamePopulation
    /// People by history, 2^*K* numbers.
    ///
    /// Bit *j* of a history is set for those on list *j*; the first number, of those on no list, is 0.
    package var counts: [Int]
    /// How it was found out who is on several lists.
    package var linkage: String
    package var linkedBy: String
    /// Random bytes that go into the hash of the table and stay sealed with it: without them, whoever
    /// reads the published hash could try all small counts that are not published.
    package var salt: [UInt8]

    package init(
        id: OverlapID,
        population: String,
        place: String,
        window: Window,
        definition: String,
        lists: [ContributedList],
        samePopulation: SamePopulation,
        counts: [Int],
        linkage: String,
        linkedBy: String,
        salt: [UInt8]
    ) {
        self.id = id
        self.population = population
        self.place = place
        self.window = window
        self.definition = definition
        self.lists = lists
        self.samePopulation = samePopulation
        self.counts = counts
        self.linkage = linkage
        self.linkedBy = linkedBy
        self.salt = salt
    }

    /// Everybody on any list.
    package var observed: Int { counts.reduce(0, +) }

    /// Everybody on one list, whatever others they are on.
    package func people(onList index: Int) -> Int {
        counts.indices.filter { $0 >> index & 1 == 1 }.reduce(0) { $0 + counts[$1] }
    }

    /// The names of the lists of a history, in order.
    package func names(in history: Int) -> [String] {
        lists.indices.filter { history >> $0 & 1 == 1 }.map { lists[$0].name }
    }

    /// The histories in the order in which people read them: on one list alone, on two, on three.
    package static func histories(of listCount: Int) -> [Int] {
        (1..<1 << listCount).sorted { left, right in
            let counts = (left.nonzeroBitCount, right.nonzeroBitCount)
            guard counts.0 == counts.1 else { return counts.0 < counts.1 }
            // Of as many lists, the one whose first list comes first: of two histories the one with
            // the lowest bit in which they differ.
            let difference = left ^ right
            return left & (difference & -difference) != 0
        }
    }
}

/// Whether all lists of a table are of one population and one window.
package enum SamePopulation: String, Codable, CaseIterable, Sendable {
    case yes, no, notKnown
}

/// One agency's list in an overlap table.
package struct ContributedList: Hashable, Codable, Sendable {
    /// The agency, or a letter in its place: it is published with the estimate.
    package var name: String
    package var making: ListMaking

    package init(name: String, making: ListMaking) {
        self.name = name
        self.making = making
    }
}

/// How the people on a list came to stand on it.
package enum ListMaking: String, Codable, CaseIterable, Sendable {
    /// Met by the agency's own work; those sent by others were left out.
    case independent
    /// Mostly people whom other agencies sent: such a list says nothing of those on no list.
    case mostlyReferrals
    case notKnown
}
