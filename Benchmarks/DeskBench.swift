import Casework
import Coalition
import Crypto
import Foundation
import Ledger
import Vault

/// Signing in to an agency with many encounters, next to opening and decoding as many bare boxes.
struct DeskBench {
    private static let rounds = 5
    private static let password = "demo password 2006"

    private let count: Int
    private let store: SQLiteStore
    private let key = SigningKey()

    init(folder: URL, count: Int) throws {
        self.count = count
        store = try SQLiteStore(path: folder.appending(path: "log.sqlite").path)
        try Founding.found(
            name: "Bench",
            agency: NewAgency(
                name: "Border post",
                kind: .immigration,
                coordinator: NewMember(
                    name: "Officer",
                    signIn: "officer",
                    password: Self.password,
                    roles: [.officer]
                )
            ),
            store: store,
            origin: SampleLog.origin,
            checkpointKey: key,
            cost: .light
        )
    }

    func run() async throws {
        let time = try await registerEncounters()
        var folds: [Double] = []
        var bare: [Double] = []
        let boxes = try BareBoxes(count: count)
        for _ in 0..<Self.rounds {
            folds.append(try await fold())
            bare.append(try boxes.open())
        }
        let ratio = median(zip(folds, bare).map { $0 / $1 })
        var table = Table(
            heads: "desk of \(number(Double(count))) encounters",
            "Node",
            "AEAD + JSON",
            "ratio"
        )
        table.add(
            "fold at sign-in, s (without the password)",
            decimal(median(folds)),
            decimal(median(bare)),
            decimal(ratio)
        )
        table.add(
            "the same, µs a box",
            number(median(folds) / Double(count) * 1e6),
            number(median(bare) / Double(count) * 1e6),
            decimal(ratio)
        )
        table.add("register encounters, durable, a second", number(Double(count) / time), "", "")
        table.print()
    }

    private func node() throws -> Node {
        try Node(store: store, origin: SampleLog.origin, checkpointKey: key, cost: .light)
    }

    /// Registers encounters, 500 at once, and says how long it took.
    private func registerEncounters() async throws -> Double {
        let node = try node()
        let member = try await node.signIn(name: "officer", password: Self.password)
        let clock = ContinuousClock()
        let start = clock.now
        for first in stride(from: 0, to: count, by: 500) {
            try await withThrowingTaskGroup { group in
                for number in first..<min(first + 500, count) {
                    group.addTask {
                        _ = try await node.perform(Self.encounter(number), by: member)
                    }
                }
                try await group.waitForAll()
            }
        }
        return (clock.now - start).inSeconds
    }

    /// How much longer the first sign-in takes, which folds the desk, than the second, which finds it.
    private func fold() async throws -> Double {
        let node = try node()
        let clock = ContinuousClock()
        let start = clock.now
        let first = try await node.signIn(name: "officer", password: Self.password)
        let middle = clock.now
        let second = try await node.signIn(name: "officer", password: Self.password)
        let end = clock.now
        let found = try await node.read(.seeEncounters, by: first) { desk, _, _ in
            desk.encounters.count
        }
        guard found == count, second.id == first.id else { throw Unsound() }
        return ((middle - start) - (end - middle)).inSeconds
    }

    fileprivate static func encounter(_ number: Int) -> RegisterEncounter {
        RegisterEncounter(
            place: "Tapachula, rail yard",
            direction: .northbound,
            travel: .freightTrain,
            nationality: "HN",
            ageBand: .from18to29,
            sex: number.isMultiple(of: 2) ? .female : .male,
            discovery: .ownWork,
            incidents: [.robbery],
            account: "Met at dawn beside the line with four others; number \(number) of the season."
        )
    }
}

/// Facts like those of the desk, sealed and nothing else.
private struct BareBoxes {
    /// As a box holds it.
    private struct Sheet: Codable {
        var at: Moment
        var compartment: Compartment
        var fact: Fact
    }

    private let key = SymmetricKey(size: .bits256)
    private let boxes: [ChaChaPoly.SealedBox]
    /// What a box of an encounter is padded to.
    private static let padded = 1024

    init(count: Int) throws {
        let register = Compartment.register(.random())
        boxes = try (0..<count).map { [key] number in
            let command = DeskBench.encounter(number)
            let encounter = Encounter(
                id: .random(),
                place: command.place,
                direction: command.direction,
                travel: command.travel,
                nationality: command.nationality,
                ageBand: command.ageBand,
                sex: command.sex,
                discovery: command.discovery,
                incidents: command.incidents,
                account: command.account
            )
            let sheet = Sheet(
                at: .now(),
                compartment: register,
                fact: .encounterRegistered(encounter)
            )
            // White space after the JSON pads it as far as a box would be.
            let text = try JSONEncoder().encode(sheet)
            let blanks = Data(repeating: 0x20, count: Self.padded - text.count)
            return try ChaChaPoly.seal(text + blanks, using: key)
        }
    }

    /// Opens and decodes them all, and says how long that took.
    func open() throws -> Double {
        try seconds {
            for box in boxes {
                _ = try JSONDecoder().decode(Sheet.self, from: ChaChaPoly.open(box, using: key))
            }
        }
    }
}
