/// An estimate as everybody reads it: with all that it rests on, and without any count small enough to
/// point at somebody.
package struct PublishedEstimate: Hashable, Codable, Sendable {
    package var id: EstimateID
    package var population: String
    package var place: String
    package var window: Window
    package var definition: String
    package var lists: [PublishedList]
    /// Everybody on any list, rounded down to the ten.
    package var observed: Int
    /// People by history, each rounded down to the ten.
    ///
    /// `nil` where there are fewer than ten, or nobody; so the first, of those on no list, is `nil`.
    package var counts: [Int?]
    package var linkage: String
    package var linkedBy: String
    package var numbers: EstimatedNumbers
    /// Why it was published, in the words of whoever decided.
    package var why: String

    package init(
        _ run: EstimateRun,
        of table: OverlapTable,
        numbers: EstimatedNumbers,
        why: String
    ) {
        id = run.id
        population = table.population
        place = table.place
        window = table.window
        definition = table.definition
        lists = table.lists.indices.map { index in
            PublishedList(
                name: table.lists[index].name,
                making: table.lists[index].making,
                people: Self.coarse(table.people(onList: index))
            )
        }
        observed = Self.coarse(table.observed) ?? 0
        counts = table.counts.map(Self.coarse)
        linkage = table.linkage
        linkedBy = table.linkedBy
        self.numbers = numbers
        self.why = why
    }

    /// Counts below this are not published.
    package static let smallestCount = 10

    /// A count as it is published: rounded down to the ten, and `nil` below ten.
    ///
    /// The sums are rounded on their own and not made of rounded parts, so that no hidden count is
    /// what remains when the shown ones are taken from a sum.
    package static func coarse(_ count: Int) -> Int? {
        count < smallestCount ? nil : count / 10 * 10
    }
}

/// A list as it is named in a published estimate.
package struct PublishedList: Hashable, Codable, Sendable {
    package var name: String
    package var making: ListMaking
    /// Rounded down to the ten; `nil` below ten.
    package var people: Int?
}

/// What a published estimate says in numbers, each with no more digits than it can bear.
package struct EstimatedNumbers: Hashable, Codable, Sendable {
    /// How far it can be trusted; what was refused has no case here, so that it cannot be published.
    package enum Verdict: String, Codable, CaseIterable, Sendable {
        /// A rough range, with the reasons why it is rough.
        case indicative
        case sound
    }

    /// What one way of estimating says by itself.
    package struct Method: Hashable, Codable, Sendable {
        /// Such as `stepwise`, `bic`, `decomposable`.
        package var name: String
        /// For `chao`, which is a lower bound, at least so many; it has no interval.
        package var estimate: Int?
        package var low: Int?
        package var high: Int?

        package init(name: String, estimate: Int?, low: Int?, high: Int?) {
            self.name = name
            self.estimate = estimate
            self.low = low
            self.high = high
        }
    }

    package var verdict: Verdict
    /// There are at least so many.
    package var atLeast: Int
    /// Plausibly there are no fewer.
    package var low: Int
    /// Plausibly there are no more.
    package var high: Int
    package var methods: [Method]
    /// What the gates found, in words.
    package var reasons: [Wording]
    /// What must be said with the number, paragraph by paragraph.
    package var caveats: [Wording]
    package var seed: Int
    package var resamples: Int
    /// The version of the program that reckoned.
    package var version: String
    /// SHA-256 over the table and its salt (32 bytes): whoever has both can check that this is the
    /// table.
    package var inputs: [UInt8]

    package init(
        verdict: Verdict,
        atLeast: Int,
        low: Int,
        high: Int,
        methods: [Method],
        reasons: [Wording],
        caveats: [Wording],
        seed: Int,
        resamples: Int,
        version: String,
        inputs: [UInt8]
    ) {
        self.verdict = verdict
        self.atLeast = atLeast
        self.low = low
        self.high = high
        self.methods = methods
        self.reasons = reasons
        self.caveats = caveats
        self.seed = seed
        self.resamples = resamples
        self.version = version
        self.inputs = inputs
    }
}
