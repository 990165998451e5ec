import Casework
import Coalition
import Foundation
import Ledger
import TestSupport
import Testing
import Vault

/// What the log gives away: nothing of anybody, however it is looked for.
struct PublicLogTests {
    /// The kinds of entries that are about persons, and so commit to what nobody may guess.
    static let personal: Set<String> = [
        "encounter.registered", "screening.started", "consent.recorded", "consent.refused",
        "dossier.opened", "section.written", "section.opened", "referral.sent",
        "referral.accepted", "referral.declined", "opening.flagged", "person.compared",
    ]

    @Test func `the year that is searched has all that could give something away`() async throws {
        let year = try await SimulatedYear.shared
        let log = try PublicLog(year.store, year.verifier)
        let kinds = Dictionary(grouping: log.entries, by: \.kind.name).mapValues(\.count)
        for kind in Self.personal.subtracting(["screening.started"]) {
            #expect(kinds[kind, default: 0] >= 10, "\(kind): \(kinds[kind, default: 0])")
        }
        #expect(year.people.count > 200)
        #expect(year.flags > 10)
        #expect(log.entries.count > 1500)
        #expect(log.files.contains { $0.path.hasPrefix("tile/entries/") })
        #expect(log.files.contains { $0.path.hasPrefix("tile/1/") })
        #expect(log.files.contains { $0.path.hasPrefix("open/") })
    }

    @Test func `no name, telephone, date of birth or document number stands in a year's log`()
        async throws
    {
        let year = try await SimulatedYear.shared
        let haystack = try PublicLog(year.store, year.verifier).haystack
        for secret in year.people.flatMap(\.secrets) + year.memberNames {
            for spelling in Spelling.all(of: secret) {
                #expect(spelling.bytes.count >= 8)
                let place = haystack.place(of: spelling.bytes)
                #expect(place == nil, "\(secret) as \(spelling.how)")
            }
            for text in Guesses.spellings(of: secret) {
                #expect(haystack.place(of: text) == nil, "\(secret)")
            }
        }
        // The same search does find what is meant to be public.
        #expect(haystack.place(of: Array("immigration".utf8)) != nil)
        #expect(haystack.place(of: Array(SimulatedYear.origin.utf8)) != nil)
    }

    @Test func `nor do names, in the log of the demonstration`() async throws {
        let demo = try await DemoRecord.shared
        let haystack = try PublicLog(demo.store, demo.verifier).haystack
        for name in DemoCast.names + [DemoCast.password] {
            for spelling in Spelling.all(of: name) {
                #expect(haystack.place(of: spelling.bytes) == nil, "\(name) as \(spelling.how)")
            }
            for text in Guesses.spellings(of: name) {
                for (how, hash) in Guesses.hashes {
                    #expect(!haystack.holds(startOf: hash(text)), "\(how) of \(name)")
                }
            }
        }
        #expect(haystack.place(of: Array("Albergue Casa del Puente".utf8)) != nil)
    }

    @Test func `no 32 bytes of a year's log are a hash of anything that can be guessed`()
        async throws
    {
        let year = try await SimulatedYear.shared
        let haystack = try PublicLog(year.store, year.verifier).haystack
        for person in year.people {
            var guesses = Set(person.secrets.flatMap(Guesses.spellings))
            guesses.formUnion(Guesses.pairs(person.fullName, person.birthDate))
            guesses.formUnion(Guesses.pairs(person.fullName, person.telephone))
            guesses.formUnion(Guesses.pairs(person.documentNumber, person.birthDate))
            for guess in guesses {
                for (how, hash) in Guesses.hashes {
                    #expect(
                        !haystack.holds(startOf: hash(guess)),
                        "\(how) of \(String(decoding: guess, as: UTF8.self))"
                    )
                }
            }
        }
    }

    @Test func `nor one under a key that everybody can see`() async throws {
        let year = try await SimulatedYear.shared
        let log = try PublicLog(year.store, year.verifier)
        let haystack = log.haystack
        let guesses = year.people.prefix(6).flatMap(\.secrets).map { Array($0.utf8) }
        let keys =
            [Array(SimulatedYear.origin.utf8), year.verifier.key.bytes]
            + log.entries.flatMap { [$0.id.bytes, $0.previous.bytes] }
            + Set(log.entries.map(\.actor.bytes))
        for guess in guesses {
            for key in keys {
                #expect(!haystack.holds(startOf: Guesses.hmac(key, guess)))
            }
        }
    }

    @Test func `no identifier stands in a year's log, nor a hash of one`() async throws {
        let year = try await SimulatedYear.shared
        let haystack = try PublicLog(year.store, year.verifier).haystack
        let boxes = try year.store.shelfItems(space: VaultShelf.boxes, prefix: [])
        let compartments = Set(boxes.map { Array($0.key.prefix(16)) })
            .subtracting([Box.clearCompartment])
        #expect(compartments.count > 500)
        for identifier in year.identifiers + compartments {
            #expect(haystack.place(of: identifier) == nil)
            let text = try #require(DossierID(bytes: identifier)).description
            #expect(haystack.place(of: Array(text.utf8)) == nil)
            for (how, hash) in Guesses.hashes {
                #expect(!haystack.holds(startOf: hash(identifier)), "\(how)")
                #expect(!haystack.holds(startOf: hash(Array(text.utf8))), "\(how)")
            }
        }
    }

    @Test func `nothing of a sealed box stands in a year's log, its salt least of all`()
        async throws
    {
        let year = try await SimulatedYear.shared
        let haystack = try PublicLog(year.store, year.verifier).haystack
        for item in try year.store.shelfItems(space: VaultShelf.boxes, prefix: []) {
            let box = try #require(Box(stored: item.value))
            // In an entry the commitment stands, and it alone.
            #expect(haystack.holds(startOf: box.commitment.bytes))
            guard box.header.access != .clear else { continue }
            #expect(!haystack.holds(startOf: box.salt))
            #expect(!haystack.holds(startOf: box.header.keyCommitment))
            #expect(!haystack.holds(startOf: box.header.nonce))
            #expect(!haystack.holds(startOf: box.body))
            #expect(!haystack.holds(startOf: Digest32.sha256(box.body).bytes))
            #expect(!haystack.holds(startOf: Digest32.sha256(box.stored).bytes))
        }
        for item in try year.store.shelfItems(space: VaultShelf.wraps, prefix: []) {
            #expect(!haystack.holds(startOf: item.value))
            #expect(!haystack.holds(startOf: Array(item.value.suffix(32))))
        }
    }

    // MARK: The search itself

    @Test(arguments: UInt64(0)..<20)
    func `whatever is hidden in a log the search finds`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let person = InventedPerson(using: &generator)
        let secret = try #require(person.secrets.randomElement(using: &generator))
        func noise(_ count: Int) -> [UInt8] {
            (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
        }
        for spelling in Spelling.all(of: secret) {
            let hidden =
                noise(Int.random(in: 0...70, using: &generator)) + spelling.bytes + noise(9)
            let haystack = Haystack([("a", noise(40)), ("b", hidden)])
            #expect(haystack.place(of: spelling.bytes) == "b", "\(spelling.how)")
        }
        for (how, hash) in Guesses.hashes {
            let text = try #require(Guesses.spellings(of: secret).randomElement(using: &generator))
            let hidden = noise(Int.random(in: 0...70, using: &generator)) + hash(text) + noise(9)
            #expect(Haystack([("a", hidden)]).holds(startOf: hash(text)), "\(how)")
            #expect(!Haystack([("a", noise(500))]).holds(startOf: hash(text)), "\(how)")
        }
    }
}
