package import Casework
import Crypto
import Foundation
package import Ledger
package import Vault

/// Begins a coalition: the first entry, which enrols the founding agency and its coordinator.
package enum Founding {
    /// Checks the first coordinator before anything is made.
    ///
    /// - Throws: `Refusal` for a name or password that will not do.
    package static func check(_ coordinator: NewMember) throws(Refusal) {
        _ = try checked(coordinator.name, "name", limit: 200)
        _ = try checked(coordinator.signIn, "signIn", limit: 100)
        try Roster.check(password: coordinator.password)
    }

    /// Writes the first entry to an empty store.
    ///
    /// - Throws: `Refusal` for a name or password that will not do; `FolderProblem.notEmpty` if the
    ///   store already holds a log.
    package static func found(
        name: String,
        agency new: NewAgency,
        isDemo: Bool = false,
        store: any LogStore,
        origin: String,
        checkpointKey: SigningKey,
        cost: Account.Cost = .standard,
        now: Moment = .now()
    ) throws {
        guard try store.size() == 0 else { throw FolderProblem.notEmpty }
        let name = try checked(name, "coalition", limit: 200)
        let privateKey = Curve25519.KeyAgreement.PrivateKey()
        let agency = Agency(
            id: .random(),
            name: try checked(new.name, "agency", limit: 200),
            kind: new.kind,
            wrappingKey: Array(privateKey.publicKey.rawRepresentation)
        )
        try store.changeShelf([
            .put(space: VaultShelf.node, key: Roster.lookupSalt, value: randomBytes(32))
        ])
        var coordinator = new.coordinator
        coordinator.roles.insert(.coordinator)
        let person = try Roster.prepare(
            coordinator,
            agency: agency.id,
            agencyKey: Array(privateKey.rawRepresentation),
            accountKey: Roster.accountKey(signIn: coordinator.signIn, store: store),
            origin: origin,
            cost: cost
        )
        let decision = Decision(
            "coalition.founded",
            [
                Placed(.memberEnrolled(person.card), in: .open),
                Placed(.coalitionFounded(name: name, isDemo: isDemo), in: .open),
                Placed(.agencyJoined(agency), in: .open),
                Placed(
                    .memberNamed(person.card.id, name: person.name, signIn: person.signIn),
                    in: .register(agency.id)
                ),
            ],
            founded: [.register(agency.id): .random(), .commons: .random()]
        )
        var sealing = Sealing(
            entry: .random(),
            position: 0,
            origin: origin,
            commons: Commons(),
            newcomers: [agency],
            office: Office(agency: agency.id, privateKey: privateKey)
        )
        try sealing.found(decision.founded)
        for placed in decision.facts {
            let begun = sealing.founded[placed.compartment]
            try sealing.seal(
                placed,
                at: now,
                under: begun.map { ($0.id, $0.key, placed.compartment) }
            )
        }
        sealing.changes.append(
            .put(space: VaultShelf.accounts, key: person.accountKey, value: person.account.stored)
        )
        let log = try Log(
            store: store,
            origin: origin,
            checkpointSigner: NoteSigner(name: origin, key: checkpointKey)
        )
        _ = try log.append([
            EntryDraft(
                id: sealing.entry,
                kind: "coalition.founded",
                commitments: sealing.boxes.map(\.commitment),
                signer: person.signer,
                companions: sealing.changes
            )
        ])
        try log.publish(log.latestCheckpoint.note)
    }
}
