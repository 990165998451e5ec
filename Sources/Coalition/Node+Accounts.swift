package import Casework
import Crypto
import Dispatch
import Foundation
import Ledger
import Vault

/// A sign-in that did not succeed.
///
/// One reason for everything: which names exist is nobody's business.
package enum SignInRefused: Error, Hashable, Sendable {
    case wrongNameOrPassword
}

extension Node {
    // MARK: Signing in

    /// Opens a member's account with the password, and the agency's view with it.
    ///
    /// - Throws: `SignInRefused`, after the same work whether or not the name exists.
    package func signIn(name: String, password: String) async throws -> Member {
        let key = try Roster.accountKey(signIn: name, store: store)
        let stored = try store.shelfValue(space: VaultShelf.accounts, key: key)
        let secrets = try await stretching { [cost] in
            try MemberSecrets.open(stored, password: password, cost: cost)
        }
        let (card, signer) = try secrets.card(in: commons)
        let privateKey = try secrets.currentAgencyKey(
            of: card.agency,
            in: commons,
            from: (store, origin)
        )
        if offices[card.agency] == nil {
            offices[card.agency] = try openOffice(card.agency, privateKey: privateKey)
        }
        let sitting = SittingID.random()
        offices[card.agency]?.sittings[sitting] = Sitting()
        if secrets.agencyKey != Array(privateKey.rawRepresentation) {
            await bringForward(card, account: key, was: stored, secrets, privateKey, password)
        }
        return Member(
            card: card,
            name: secrets.name,
            signer: signer,
            presence: Presence(sitting: sitting) { [weak self] in
                Task { [weak self] in await self?.leave(card.agency, sitting) }
            }
        )
    }

    /// Forgets an agency's keys and view once its last member has signed out.
    private func leave(_ agency: AgencyID, _ sitting: SittingID) {
        offices[agency]?.sittings[sitting] = nil
        guard offices[agency]?.sittings.isEmpty == true else { return }
        offices[agency] = nil
        estimates.forget { $0.agency == agency }
    }

    /// Changes the member's own password.
    ///
    /// - Throws: `Refusal.wrongPassword`, or why the new one is refused.
    package func changePassword(
        from old: String,
        to new: String,
        by member: Member
    ) async throws {
        try requirePermission(.changePassword, member)
        try Roster.check(password: new)
        let change = try await resealed(member, password: old, under: new) { _ in }
        // The account may have been erased while the password was stretched.
        try requirePermission(.changePassword, member)
        try store.changeShelf([try shelfChange(change)])
        scrub()
    }

    /// A member's own account, opened with the password and sealed again with a change.
    ///
    /// - Throws: `Refusal.wrongPassword`.
    func resealed(
        _ member: Member,
        password: String,
        under next: String? = nil,
        changing change: @escaping @Sendable (inout MemberSecrets) -> Void
    ) async throws -> AccountChange {
        guard let signIn = offices[member.agency]?.desk.members[member.id]?.signIn else {
            throw Refusal.notFound
        }
        let key = try Roster.accountKey(signIn: signIn, store: store)
        guard let stored = try store.shelfValue(space: VaultShelf.accounts, key: key) else {
            throw Refusal.notFound
        }
        let changed = try await stretching { [cost] in
            guard var secrets = try? MemberSecrets.open(stored, password: password, cost: cost)
            else { throw Refusal.wrongPassword }
            change(&secrets)
            return try secrets.sealed(password: next ?? password, cost: cost)
        }
        return .replace(key: key, was: stored, changed)
    }

    // MARK: Joining and leaving

    /// Enrols a member in the coordinator's own agency.
    package func enrol(_ new: NewMember, by member: Member) async throws -> MemberID {
        try requirePermission(.enrolMember, member)
        guard let office = offices[member.agency] else { throw Policy.Reason.notSignedIn }
        let person = try await prepare(
            new,
            agency: member.agency,
            agencyKey: Array(office.privateKey.rawRepresentation)
        )
        let facts = [
            Placed(.memberEnrolled(person.card), in: .open),
            Placed(
                .memberNamed(person.card.id, name: person.name, signIn: person.signIn),
                in: .register(member.agency)
            ),
        ]
        let extras = Extras(accounts: [.begin(key: person.accountKey, person.account)])
        let known = try WrappingKey(of: office.privateKey).bytes
        return try await commit(.enrolMember, by: member, with: extras) { desk, setting in
            // The agency's key may have been renewed while the password was stretched.
            guard setting.commons.agencies[setting.agency]?.wrappingKey == known else {
                throw Refusal.changedMeanwhile
            }
            let isTaken = desk.members.contains { id, member in
                member.signIn == person.signIn && !setting.commons.left.contains(id)
            }
            guard !isTaken else { throw Refusal.accountNameTaken }
            return (Decision("member.enrolled", facts), person.card.id)
        }.made
    }

    /// Admits an agency, with keys of its own and its first coordinator.
    package func admit(_ new: NewAgency, by member: Member) async throws -> AgencyID {
        try requirePermission(.admitAgency, member)
        let name = try checked(new.name, "agency", limit: 200)
        let privateKey = Curve25519.KeyAgreement.PrivateKey()
        let agency = Agency(
            id: .random(),
            name: name,
            kind: new.kind,
            wrappingKey: Array(privateKey.publicKey.rawRepresentation)
        )
        var coordinator = new.coordinator
        coordinator.roles.insert(.coordinator)
        let person = try await prepare(
            coordinator,
            agency: agency.id,
            agencyKey: Array(privateKey.rawRepresentation)
        )
        let extras = Extras(
            accounts: [.begin(key: person.accountKey, person.account)],
            newcomers: [agency]
        )
        return try await commit(.admitAgency, by: member, with: extras) { _, setting in
            guard let commons = setting.compartments[.commons] else { throw Refusal.notFound }
            let decision = Decision(
                "agency.joined",
                [
                    Placed(.agencyJoined(agency), in: .open),
                    Placed(.memberEnrolled(person.card), in: .open),
                    Placed(
                        .memberNamed(person.card.id, name: person.name, signIn: person.signIn),
                        in: .register(agency.id)
                    ),
                ],
                founded: [.register(agency.id): .random()],
                grants: [Grant(compartment: commons, to: agency.id)]
            )
            return (decision, agency.id)
        }.made
    }

    /// Ends a membership: the account is erased with the entry, and sessions stop at their next step.
    package func endMembership(of leaver: MemberID, by member: Member) async throws {
        try await end(leaver, .endMembership, "member.left", .memberLeft(leaver), by: member)
    }

    /// Writes that a member of the own agency signs nothing any more, and erases the account.
    func end(
        _ leaver: MemberID,
        _ act: Act,
        _ kind: String,
        _ fact: Fact,
        by member: Member
    ) async throws {
        try requirePermission(act, member)
        let known = offices[member.agency]?.desk.members[leaver]
        guard let known, commons.members[leaver]?.agency == member.agency else {
            throw Refusal.notFound
        }
        let key = try Roster.accountKey(signIn: known.signIn, store: store)
        let extras = Extras(accounts: [.erase(key: key)])
        _ = try await commit(act, by: member, with: extras) { _, setting in
            // The sign-in name of who has left may be another's by now.
            guard !setting.commons.left.contains(leaver) else { throw Refusal.notFound }
            let coordinators = setting.commons.members.values.filter {
                $0.agency == setting.agency && $0.roles.contains(.coordinator)
                    && !setting.commons.left.contains($0.id)
            }
            guard coordinators.contains(where: { $0.id != leaver }) else {
                throw Refusal.lastCoordinator
            }
            return (Decision(kind, [Placed(fact, in: .open)]), ())
        }
        scrub()
    }

    /// Sees to it that an old account, with its old password, is not found on the disk.
    ///
    /// What was decided is durable by now and must not be reported as failed. If it cannot be done, as
    /// while a verification reads, it is done when the node closes, or an agency changes an account
    /// again.
    func scrub() {
        try? store.scrub()
    }

    private func prepare(
        _ new: NewMember,
        agency: AgencyID,
        agencyKey: [UInt8]
    ) async throws -> Roster.Person {
        let key = try Roster.accountKey(signIn: new.signIn, store: store)
        guard try store.shelfValue(space: VaultShelf.accounts, key: key) == nil else {
            throw Refusal.accountNameTaken
        }
        return try await stretching { [origin, cost] in
            try Roster.prepare(
                new,
                agency: agency,
                agencyKey: agencyKey,
                accountKey: key,
                origin: origin,
                cost: cost
            )
        }
    }

    /// Runs work that takes a core for a good part of a second, away from the threads that serve.
    nonisolated func stretching<Value: Sendable>(
        _ work: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            // One at a time: each stretching holds 128 MiB.
            stretchingQueue.async { continuation.resume(with: Result(catching: work)) }
        }
    }
}

private let stretchingQueue = DispatchQueue(label: "enlace.password-stretching")
