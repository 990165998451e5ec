import Crypto
import CryptoExtras
import Vault

/// What one guess at a password costs, next to bare scrypt with the same parameters.
struct PasswordBench {
    private let secrets = randomBytes(300)
    private let salt = randomBytes(16)

    func run() throws {
        let account = try Account.seal(secrets, password: "a long password", cost: .standard)
        let contest = try Contest(rounds: 5) {
            1 / (try seconds { _ = try account.open(password: "a long password") })
        } peer: {
            1 / (try seconds { _ = try scrypt() })
        }
        try Machine.resetPeakMemory()
        let before = Machine.peakMemory
        _ = try account.open(password: "a long password")
        let grown = (Machine.peakMemory - before) / 1_048_576
        var table = Table(heads: "one guess at a password", "Account.open", "bare scrypt", "ratio")
        table.add(
            "milliseconds",
            number(1000 / median(contest.ours)),
            number(1000 / median(contest.peer)),
            decimal(1 / contest.ratio)
        )
        table.add("MiB, measured and 128 · N · r", number(grown), "128", decimal(grown / 128))
        table.print()
    }

    /// N = 2^17, r = 8, p = 1, as `Account.Cost.standard` has them.
    private func scrypt() throws -> SymmetricKey {
        try KDF.Scrypt.deriveKey(
            from: Array("a long password".utf8),
            salt: salt,
            outputByteCount: 32,
            rounds: 1 << 17,
            blockSize: 8,
            parallelism: 1,
            maxMemory: 256 * 1_048_576
        )
    }
}
