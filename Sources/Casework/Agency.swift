/// An organization of the coalition, with members and keys of its own.
package struct Agency: Hashable, Codable, Sendable {
    package var id: AgencyID
    package var name: String
    package var kind: AgencyKind
    /// The X25519 public key that sections are wrapped to (32 bytes).
    package var wrappingKey: [UInt8]

    package init(id: AgencyID, name: String, kind: AgencyKind, wrappingKey: [UInt8]) {
        self.id = id
        self.name = name
        self.kind = kind
        self.wrappingKey = wrappingKey
    }
}

/// What an agency does in the coalition.
package enum AgencyKind: String, Codable, CaseIterable, Sendable {
    case immigration, police, shelter, socialServices, prosecution, commission
    case international, academic, secretariat

    /// Whether referrals for care may be sent to it.
    package var receivesReferrals: Bool {
        switch self {
        case .shelter, .socialServices, .international: true
        case .immigration, .police, .prosecution, .commission, .academic, .secretariat: false
        }
    }
}

/// What a member does; rights follow from roles, in `Policy` and nowhere else.
package enum Role: String, Codable, CaseIterable, Sendable {
    /// Meets people: encounters, screenings, consents, dossiers, referrals.
    case officer
    /// Serves people: answers the queue, opens and writes sections.
    case caseworker
    /// Answers for the agency: its members, what its cases were opened for, which estimates it
    /// publishes.
    case coordinator
    /// Reads documents and keeps the directory, the challenges and the measures; draws lists and
    /// has the unseen estimated.
    case analyst
    /// Sees the record and what is public, and nothing of anybody.
    case observer
}

/// What the whole coalition knows of a member: the key that signs, for which agency, in which
/// roles.
///
/// Not the name, which only the member's own agency can open.
package struct MemberCard: Hashable, Codable, Sendable {
    package var id: MemberID
    package var agency: AgencyID
    package var roles: Set<Role>
    /// The Ed25519 public key that signs this member's entries (32 bytes).
    package var signingKey: [UInt8]
    /// The member's own signature that the key is theirs and belongs to this agency (64 bytes).
    package var proofOfPossession: [UInt8]

    package init(
        id: MemberID,
        agency: AgencyID,
        roles: Set<Role>,
        signingKey: [UInt8],
        proofOfPossession: [UInt8] = []
    ) {
        self.id = id
        self.agency = agency
        self.roles = roles
        self.signingKey = signingKey
        self.proofOfPossession = proofOfPossession
    }

    /// What the proof of possession signs: that the key is this member's, of this agency, in this log.
    package func possessionStatement(origin: String) -> [UInt8] {
        Array("enlace/possession/v1\n\(origin)\n".utf8) + id.bytes + agency.bytes + signingKey
    }
}
