/// What a command comes to: the facts to seal and where, and the keys to hand on.
///
/// One decision is one entry, durable whole or not at all.
package struct Decision: Hashable, Sendable {
    /// The kind written in the entry, in the clear: what was done, never to whom.
    package var kind: String
    package var facts: [Placed]
    /// Compartments that begin with this decision, each with the identifier its key goes by.
    package var founded: [Compartment: CompartmentID]
    package var grants: [Grant]
    /// Grants that waited for this: those held back under a referral now accepted.
    package var releases: ReferralID?
    /// Referrals of which everything held back is thrown away, before any of `grants` is made ready:
    /// answered with no, or under a consent that a newer one replaces.
    package var discards: [ReferralID]

    package init(
        _ kind: String,
        _ facts: [Placed],
        founded: [Compartment: CompartmentID] = [:],
        grants: [Grant] = [],
        releases: ReferralID? = nil,
        discards: [ReferralID] = []
    ) {
        self.kind = kind
        self.facts = facts
        self.founded = founded
        self.grants = grants
        self.releases = releases
        self.discards = discards
    }
}

/// A fact and the compartment whose key seals it.
package struct Placed: Hashable, Sendable {
    package var fact: Fact
    package var compartment: Compartment

    package init(_ fact: Fact, in compartment: Compartment) {
        self.fact = fact
        self.compartment = compartment
    }
}

/// A compartment's key for an agency.
package struct Grant: Hashable, Sendable {
    package var compartment: CompartmentID
    package var to: AgencyID
    package var condition: Condition?

    /// What a key that is ready waits for.
    package struct Condition: Hashable, Sendable {
        /// The referral that must be accepted first.
        package var referral: ReferralID
        /// When the consent ends; after that the key is not handed over.
        package var until: Moment
    }

    package init(compartment: CompartmentID, to: AgencyID, condition: Condition? = nil) {
        self.compartment = compartment
        self.to = to
        self.condition = condition
    }
}

/// Who decides, when, and among whom: what every rule may look at besides the desk.
package struct Setting: Sendable {
    package var commons: Commons
    package var member: MemberID
    package var agency: AgencyID
    package var now: Moment
    /// The identifiers of compartments whose key this agency holds, other than sections.
    package var compartments: [Compartment: CompartmentID]
    /// Makes the card by which a person is found again.
    package var makeCard: CardMaker

    package init(
        commons: Commons,
        member: MemberID,
        agency: AgencyID,
        now: Moment,
        compartments: [Compartment: CompartmentID],
        makeCard: @escaping CardMaker
    ) {
        self.commons = commons
        self.member = member
        self.agency = agency
        self.now = now
        self.compartments = compartments
        self.makeCard = makeCard
    }

    var register: Compartment { .register(agency) }
}

/// Something a member asks for.
///
/// Commands are plain data, the same from a form and from the API.
package protocol Command: Codable, Sendable {
    /// What the command makes, if anything: the identifier that the next page needs.
    associatedtype Made: Sendable

    /// Checks the rules against the desk and says what happened; changes nothing.
    func decide(on desk: Desk, in setting: Setting) throws(Refusal) -> (Decision, Made)
}
