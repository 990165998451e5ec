/// What is known without any key: the agencies, whose key signs for whom, and what was made public.
///
/// A view: folded from the open boxes in log order, and made again whenever the program starts.
package struct Commons: Hashable, Sendable {
    package private(set) var name = ""
    /// Whether every person in this coalition is invented.
    package private(set) var isDemo = false
    package private(set) var agencies: [AgencyID: Agency] = [:]
    /// Agencies in the order in which they joined; the first is the founder.
    package private(set) var order: [AgencyID] = []
    package private(set) var members: [MemberID: MemberCard] = [:]
    package private(set) var left: Set<MemberID> = []
    private var signers: [[UInt8]: MemberID] = [:]
    package private(set) var listings: [Happening] = []

    package init() {}

    /// The founding agency, whose coordinator lets others join.
    package var founder: AgencyID? { order.first }

    /// The member whose key signs these entries, still with us or not.
    package func member(signingWith key: [UInt8]) -> MemberCard? {
        signers[key].flatMap { members[$0] }
    }

    /// Folds one fact of an open box.
    package mutating func apply(_ fact: Fact, stamp: Stamp) {
        switch fact {
        case .coalitionFounded(let name, let isDemo):
            self.name = name
            self.isDemo = isDemo
        case .agencyJoined(let agency):
            if agencies.updateValue(agency, forKey: agency.id) == nil { order.append(agency.id) }
        case .memberEnrolled(let card):
            members[card.id] = card
            signers[card.signingKey] = card.id
        case .memberLeft(let member):
            left.insert(member)
        case .listed:
            listings.insert(inOrder: Happening(stamp: stamp, fact: fact))
        default:
            break
        }
    }

    /// The public listings of these kinds, oldest first.
    package func listings(of kinds: Set<ListingKind>) -> [(stamp: Stamp, listing: Listing)] {
        listings.compactMap { happening in
            guard case .listed(let listing) = happening.fact, kinds.contains(listing.kind) else {
                return nil
            }
            return (happening.stamp, listing)
        }
    }
}
