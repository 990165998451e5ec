import TestSupport
import Testing
import Vault

struct AccountTests {
    /// As little work as an account may cost.
    private static let cost = Account.Cost(logN: 4)
    private let secrets = Array("the seed and the key".utf8)

    private func account(_ cost: Account.Cost = cost) throws -> Account {
        try Account.seal(secrets, password: "correct horse", cost: cost)
    }

    @Test func `the password opens the account, from the shelf too`() throws {
        let account = try account()
        let stored = try #require(Account(stored: account.stored))
        #expect(stored == account)
        #expect(try stored.open(password: "correct horse") == secrets)
    }

    @Test(arguments: ["", "correct hors", "correct horse ", "Correct horse", "correct\u{0}horse"])
    func `another password opens nothing`(password: String) throws {
        let account = try account()
        #expect(throws: VaultError.wrongKey) { try account.open(password: password) }
    }

    @Test func `the password and the secrets do not stand in the account`() throws {
        let text = String(decoding: try account().stored, as: UTF8.self)
        #expect(!text.contains("correct horse"))
        #expect(!text.contains("the seed"))
    }

    @Test func `one password makes two accounts with nothing in common`() throws {
        let accounts = try (0..<2).map { _ in try account().stored }
        #expect(accounts[0][2..<18] != accounts[1][2..<18])
        #expect(accounts[0][30...] != accounts[1][30...])
    }

    @Test func `every changed byte is refused`() throws {
        let stored = try account().stored
        for index in stored.indices {
            guard let changed = Account(stored: stored.flipping(index)) else { continue }
            #expect(throws: VaultError.wrongKey, "byte \(index)") {
                try changed.open(password: "correct horse")
            }
        }
    }

    @Test(arguments: UInt8(4)...8)
    func `what an account costs is written in it and asked again`(logN: UInt8) throws {
        let account = try account(Account.Cost(logN: logN))
        #expect(account.stored[1] == logN)
        let stored = try #require(Account(stored: account.stored))
        #expect(try stored.open(password: "correct horse") == secrets)
        var cheaper = account.stored
        cheaper[1] = logN == 4 ? 5 : 4
        let changed = try #require(Account(stored: cheaper))
        #expect(throws: VaultError.wrongKey) { try changed.open(password: "correct horse") }
    }

    @Test func `members pay for 2 to the power of 17`() {
        #expect(Account.Cost.standard.logN == 17)
    }

    @Test(arguments: UInt64(0)..<200)
    func `random bytes are no account, or one that opens to nothing`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let length = Int.random(in: 0...90, using: &generator)
        var bytes = [UInt8].random(length, using: &generator)
        // A cost of 2 to 6 where 4 is the least there is: cheap to try.
        let logN = UInt8.random(in: 2...6, using: &generator)
        if length > 2 { bytes.replaceSubrange(0..<2, with: [1, logN]) }
        let account = Account(stored: bytes)
        #expect((account == nil) == (length < 46 || logN < 4))
        guard let account else { return }
        #expect(account.stored == bytes)
        #expect(throws: VaultError.wrongKey) { try account.open(password: "") }
    }

    @Test func `a cost beyond what a machine can pay is no account`() throws {
        var stored = try account().stored
        for logN: UInt8 in [0, 3, 23, 64, 255] {
            stored[1] = logN
            #expect(Account(stored: stored) == nil)
        }
    }
}
