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
    /// Members who sign nothing any more: they left, or their key or their agency was retired.
    package private(set) var left: Set<MemberID> = []
    /// Agencies that were retired as a whole, with the time from which they are not to be trusted.
    package private(set) var retired: [AgencyID: Moment] = [:]
    /// Every key that ever signed, by its bytes.
    package private(set) var tenures: [[UInt8]: KeyTenure] = [:]
    package private(set) var listings: [Happening] = []

    /// Published estimates, those withdrawn too.
    package private(set) var estimates: [EstimateID: PublishedRecord] = [:]

    package init() {}

    /// The founding agency, whose coordinator lets others join.
    package var founder: AgencyID? { order.first }

    /// The member whose key this is or was, still with us or not.
    package func member(signingWith key: [UInt8]) -> MemberCard? {
        (tenures[key]?.member).flatMap { members[$0] }
    }

    /// The member whose key may sign the entry at a position; `nil` before the key was enrolled and
    /// after it was renewed or retired, or the membership had ended.
    package func signer(_ key: [UInt8], at position: UInt64) -> MemberCard? {
        tenures[key]?.covers(position) == true ? member(signingWith: key) : nil
    }

    /// The keys that a member has or had, in the order in which they signed.
    package func keys(of member: MemberID) -> [(key: [UInt8], tenure: KeyTenure)] {
        tenures.filter { $0.value.member == member }
            .sorted { $0.value.begin < $1.value.begin }
            .map { (key: $0.key, tenure: $0.value) }
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
            // The founder's key signs the entry that enrols it; every other is enrolled by another.
            let begin = members.isEmpty ? stamp.position : stamp.position + 1
            members[card.id] = card
            take(card.signingKey, of: card.id, from: begin)
        case .memberLeft(let member):
            end(member, at: stamp.position, .membershipEnded)
        case .keyRenewed(let member, let signingKey, let proofOfPossession):
            guard let old = members[member]?.signingKey else { return }
            tenures[old]?.end(at: stamp.position, .renewed)
            members[member]?.signingKey = signingKey
            members[member]?.proofOfPossession = proofOfPossession
            take(signingKey, of: member, from: stamp.position + 1)
        case .keyRetired(let member, let since):
            end(member, at: stamp.position, .retired(since: since))
        case .agencyRetired(let agency, let since):
            retired[agency] = since
            for member in members.values where member.agency == agency {
                end(member.id, at: stamp.position, .retired(since: since))
            }
        case .wrappingKeyRenewed(let agency, let wrappingKey):
            agencies[agency]?.wrappingKey = wrappingKey
        case .listed:
            listings.insert(inOrder: Happening(stamp: stamp, fact: fact))
        case .estimatePublished(let estimate):
            guard estimates[estimate.id] == nil else { return }
            estimates[estimate.id] = PublishedRecord(estimate: estimate, stamp: stamp)
        case .estimateWithdrawn(let estimate, let why):
            guard estimates[estimate]?.withdrawal == nil else { return }
            estimates[estimate]?.withdrawal = PublishedRecord.Withdrawal(why: why, stamp: stamp)
        default:
            break
        }
    }

    private mutating func take(_ key: [UInt8], of member: MemberID, from position: UInt64) {
        // What a key was once, it stays: enrolled again, it would come back to life.
        guard tenures[key] == nil else { return }
        tenures[key] = KeyTenure(member: member, begin: position)
    }

    private mutating func end(
        _ member: MemberID,
        at position: UInt64,
        _ cause: KeyTenure.Cause
    ) {
        left.insert(member)
        guard let key = members[member]?.signingKey else { return }
        tenures[key]?.end(at: position, cause)
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
