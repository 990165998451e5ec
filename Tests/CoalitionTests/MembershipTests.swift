import Casework
import Foundation
import Ledger
import Testing
import Vault

@testable import Coalition

struct MembershipTests {
    private func account(_ name: String, in world: World) throws -> [UInt8]? {
        let key = try Roster.accountKey(signIn: name, store: world.store)
        return try world.store.shelfValue(space: VaultShelf.accounts, key: key)
    }

    @Test func `a wrong name and a wrong password are refused alike`() async throws {
        let world = try await World()
        for (name, password) in [
            ("nobody", World.password), ("officer", "wrong horse battery"), ("officer", ""),
            ("", World.password), ("", ""),
        ] {
            await #expect(throws: SignInRefused.wrongNameOrPassword) {
                try await world.node.signIn(name: name, password: password)
            }
        }
        let member = try await world.node.signIn(name: " OFFICER ", password: World.password)
        #expect(member.id == world.officer.id)
        #expect(member.name == "Name of officer")
    }

    @Test func `the folder lists no sign-in name`() async throws {
        let world = try await World()
        let items = try world.store.shelfItems(space: VaultShelf.accounts, prefix: [])
        #expect(items.count == 6)
        for name in ["founder", "officer", "shelter", "caseworker", "other", "outsider"] {
            for item in items {
                #expect(!String(decoding: item.key + item.value, as: UTF8.self).contains(name))
            }
        }
    }

    @Test func `a changed password is the only one`() async throws {
        let world = try await World()
        let before = try #require(try account("officer", in: world))
        let new = "another horse battery"
        await #expect(throws: Refusal.wrongPassword) {
            try await world.node.changePassword(from: "x", to: new, by: world.officer)
        }
        await #expect(throws: Refusal.passwordTooShort) {
            try await world.node.changePassword(
                from: World.password,
                to: "short",
                by: world.officer
            )
        }
        #expect(try account("officer", in: world) == before)
        try await world.node.changePassword(from: World.password, to: new, by: world.officer)
        let after = try #require(try account("officer", in: world))
        #expect(after != before)
        await #expect(throws: SignInRefused.wrongNameOrPassword) {
            try await world.node.signIn(name: "officer", password: World.password)
        }
        _ = try await world.node.signIn(name: "officer", password: new)
        #expect(try world.store.shelfItems(space: VaultShelf.accounts, prefix: []).count == 6)
    }

    @Test(arguments: [
        ("short horse", Refusal.passwordTooShort), ("aaaaaaaaaaaa", .passwordTooCommon),
        ("abcdabcdabcd", .passwordTooCommon),
        (String(repeating: "abcde", count: 201), .tooLong(field: "password", limit: 1000)),
    ])
    func `a password that will not do is refused`(password: String, refusal: Refusal) async throws {
        #expect(throws: refusal) { try Roster.check(password: password) }
    }

    @Test func `an ended membership leaves no account and stops at the next step`() async throws {
        let world = try await World()
        try await world.node.endMembership(of: world.officer.id, by: world.founder)
        #expect(try account("officer", in: world) == nil)
        await #expect(throws: SignInRefused.wrongNameOrPassword) {
            try await world.node.signIn(name: "officer", password: World.password)
        }
        await #expect(throws: Policy.Reason.noLongerMember) { try await world.meet() }
        await #expect(throws: Policy.Reason.noLongerMember) {
            try await world.views(of: world.officer)
        }
        await #expect(throws: Policy.Reason.noLongerMember) {
            try await world.node.changePassword(
                from: World.password,
                to: "another horse battery",
                by: world.officer
            )
        }
        #expect(try await world.verify() == [])
    }

    @Test func `the last coordinator stays, and another agency's member is not seen`()
        async throws
    {
        let world = try await World()
        await #expect(throws: Refusal.lastCoordinator) {
            try await world.node.endMembership(of: world.founder.id, by: world.founder)
        }
        for stranger in [world.caseworker.id, .random()] {
            await #expect(throws: Refusal.notFound) {
                try await world.node.endMembership(of: stranger, by: world.founder)
            }
        }
        _ = try await world.node.enrol(World.member("second", [.coordinator]), by: world.founder)
        try await world.node.endMembership(of: world.founder.id, by: world.founder)
        #expect(try account("founder", in: world) == nil)
    }

    @Test func `a membership ended twice takes nobody else's account`() async throws {
        let world = try await World()
        try await world.node.endMembership(of: world.officer.id, by: world.founder)
        _ = try await world.node.enrol(
            World.member("officer", [.caseworker]),
            by: world.shelterCoordinator
        )
        await #expect(throws: Refusal.notFound) {
            try await world.node.endMembership(of: world.officer.id, by: world.founder)
        }
        #expect(try account("officer", in: world) != nil)
    }

    @Test(arguments: ["officer", "Officer", " OFFICER\n"])
    func `a sign-in name is one member's, in whatever case and agency`(name: String) async throws {
        let world = try await World()
        for coordinator in [world.founder, world.shelterCoordinator] {
            await #expect(throws: Refusal.accountNameTaken) {
                try await world.node.enrol(World.member(name, [.officer]), by: coordinator)
            }
        }
    }

    @Test func `of two agencies that enrol one name at once, one succeeds`() async throws {
        let world = try await World()
        let node = world.node
        let successes = await withTaskGroup(of: Bool.self) { group in
            for coordinator in [world.founder, world.shelterCoordinator] {
                group.addTask {
                    let new = World.member("twin", [.officer])
                    return (try? await node.enrol(new, by: coordinator)) != nil
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(successes == 1)
        _ = try await world.node.signIn(name: "twin", password: World.password)
    }

    @Test(arguments: ["J\u{30C}ana", "İnes", "ÑANDÚ", "ΟΔΥΣΣΕΥΣ", "Ａｎａ"])
    func `any letters can be a sign-in name`(name: String) async throws {
        let world = try await World()
        let id = try await world.node.enrol(World.member(name, [.officer]), by: world.founder)
        let member = try await world.node.signIn(name: name, password: World.password)
        let new = "another horse battery"
        try await world.node.changePassword(from: World.password, to: new, by: member)
        _ = try await world.node.signIn(name: name, password: new)
        try await world.node.endMembership(of: id, by: world.founder)
        #expect(try account(name, in: world) == nil)
    }

    @Test func `a member without a role, a name or a sign-in name is not enrolled`() async throws {
        let world = try await World()
        let size = try world.store.size()
        let cases: [(NewMember, Refusal)] = [
            (World.member("x", []), .missing(field: "roles")),
            (World.member(" ", [.officer]), .missing(field: "signIn")),
            (
                NewMember(name: "", signIn: "x", password: World.password, roles: [.officer]),
                .missing(field: "name")
            ),
            (
                NewMember(name: "x", signIn: "x", password: "short", roles: [.officer]),
                .passwordTooShort
            ),
        ]
        for (new, refusal) in cases {
            await #expect(throws: refusal) {
                try await world.node.enrol(new, by: world.founder)
            }
        }
        #expect(try world.store.size() == size)
    }

    @Test func `when the last member has gone the node holds neither key nor desk`() async throws {
        let world = try await World()
        let node = try world.secondNode()
        let agency = world.shelter
        var first: Member? = try await node.signIn(name: "shelter", password: World.password)
        var second: Member? = try await node.signIn(name: "caseworker", password: World.password)
        #expect(first?.agency == agency)
        #expect(await node.offices[agency]?.sittings.count == 2)
        first = nil
        #expect(await until { await node.offices[agency]?.sittings.count == 1 })
        try await node.read(.seeHome, by: #require(second)) { _, _, _ in }
        second = nil
        #expect(await until { await node.offices[agency] == nil })
        // The next one finds everything again.
        let third = try await node.signIn(name: "caseworker", password: World.password)
        let views = try await world.views(of: third, on: node)
        #expect(views == (try await world.views(of: world.caseworker)))
    }

    /// Waits for something that another task brings about.
    private func until(_ condition: () async -> Bool) async -> Bool {
        for _ in 0..<1000 {
            if await condition() { return true }
            try? await Task.sleep(for: .milliseconds(2))
        }
        return false
    }
}
