/// Where a policy is wrong, and why.
public struct PolicyMalformed: Error, Hashable, Sendable {
    /// The reason that a policy is refused.
    public enum Reason: Hashable, Sendable {
        /// The file is longer than ``WitnessPolicy/maximumByteCount``.
        case tooLong
        /// The text is not valid UTF-8, or holds a control character other than tab and line feed.
        case badText
        /// The line does not begin with `log`, `witness`, `group` or `quorum`.
        case unknownLine
        /// The line has more or fewer words than its kind takes.
        case wrongWordCount
        /// A verifier key is refused.
        case badKey(NoteKeyRefused)
        /// The key of a log is a witness's, or the other way round.
        case wrongKeyKind
        /// The public key is in the file already, be it under another name.
        case keyTwice
        /// The name is in use already, or is `none`.
        case nameTaken(String)
        /// The name is defined on no line before this one.
        case unknownName(String)
        /// The name is a member of a group already, or of this group twice.
        case memberTwice(String)
        /// The threshold is not `any`, `all`, or a number from 1 to the number of members.
        case badThreshold(String)
        /// There are more than ``WitnessPolicy/maximumCount`` lines of a kind.
        case tooMany
        /// There is no quorum line.
        case noQuorum
        /// There is a quorum line already.
        case quorumTwice
    }

    /// The line, from 1, or `nil` when it is the whole file.
    public let line: Int?
    /// What is wrong there.
    public let reason: Reason
}

extension WitnessPolicy {
    /// The most bytes that a policy is read with.
    public static let maximumByteCount = 65_536
    /// The most logs, witnesses and groups, each; the specification asks for at least 32.
    public static let maximumCount = 64

    /// Reads a policy file.
    ///
    /// Names are compared byte by byte. A witness's key must be one for cosignatures, a log's one for
    /// notes, and no public key may stand twice: one key in two roles, or one operator under two
    /// names, would make two voices of one.
    ///
    /// - Parameter text: The whole file.
    /// - Throws: ``PolicyMalformed`` with the first line that is wrong.
    public init(parsing text: String) throws(PolicyMalformed) {
        try self.init(parsing: Array(text.utf8))
    }

    /// Reads a policy file from its bytes.
    ///
    /// - Parameter bytes: The whole file.
    /// - Throws: ``PolicyMalformed`` with the first line that is wrong.
    public init(parsing bytes: [UInt8]) throws(PolicyMalformed) {
        guard bytes.count <= Self.maximumByteCount else {
            throw PolicyMalformed(line: nil, reason: .tooLong)
        }
        var reader = PolicyReader()
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            do throws(PolicyProblem) {
                try reader.read(line)
            } catch {
                throw PolicyMalformed(line: index + 1, reason: error.reason)
            }
        }
        guard let quorum = reader.quorum else {
            throw PolicyMalformed(line: nil, reason: .noQuorum)
        }
        logs = reader.logs
        witnesses = reader.witnesses
        groups = reader.groups
        self.quorum = quorum.name
        rule = quorum.rule
    }

    /// The simplest policy: one log, some witnesses, and how many of them are enough.
    ///
    /// - Parameters:
    ///   - log: The log's key.
    ///   - witnesses: The keys of the witnesses and where they are; the policy calls them `w1`, `w2`
    ///     and so on.
    ///   - quorum: How many must cosign, from 1 to all of them; 0 asks for no cosignature.
    /// - Throws: ``PolicyMalformed`` when a policy file could not say that.
    public init(
        log: NoteVerifier,
        witnesses: [(verifier: NoteVerifier, url: String?)] = [],
        quorum: Int = 0
    ) throws(PolicyMalformed) {
        var lines = ["log \(log.text)"]
        for (index, witness) in witnesses.enumerated() {
            lines.append(
                (["witness w\(index + 1) \(witness.verifier.text)"]
                    + [witness.url].compactMap { $0 })
                    .joined(separator: " ")
            )
        }
        if quorum == 0 {
            lines.append("quorum none")
        } else {
            let names = witnesses.indices.map { "w\($0 + 1)" }.joined(separator: " ")
            lines += ["group witnesses \(quorum) \(names)", "quorum witnesses"]
        }
        try self.init(parsing: lines.map { $0 + "\n" }.joined())
    }

    /// The same policy, which names some keys of the log before its others and keeps every other line.
    ///
    /// - Parameter verifiers: Keys that the log has or had, in the order that they are to have.
    /// - Returns: The policy; itself when it names them so.
    /// - Throws: ``PolicyMalformed`` when a policy file could not say that.
    public func naming(_ verifiers: [NoteVerifier]) throws(PolicyMalformed) -> WitnessPolicy {
        let url = logs.compactMap(\.url).first
        let first = verifiers.map { verifier in
            logs.first { $0.verifier == verifier } ?? Log(verifier: verifier, url: url)
        }
        let all = first + logs.filter { !verifiers.contains($0.verifier) }
        guard all != logs else { return self }
        let lines = all.map { log in
            "log \(log.verifier.text)\(log.url.map { " \($0)" } ?? "")\n"
        }
        let others = text.split(separator: "\n").dropFirst(logs.count).map { "\($0)\n" }
        return try WitnessPolicy(parsing: (lines + others).joined())
    }

    /// The policy as a file without comments, which ``init(parsing:)-(String)`` reads.
    public var text: String {
        func line(_ words: String?...) -> String {
            words.compactMap { $0 }.joined(separator: " ") + "\n"
        }
        return logs.map { line("log", $0.verifier.text, $0.url) }.joined()
            + witnesses.map { line("witness", $0.name, $0.verifier.text, $0.url) }.joined()
            + groups.map {
                line("group", $0.name, "\($0.threshold)", $0.members.joined(separator: " "))
            }
            .joined()
            + line("quorum", quorum ?? "none")
    }
}

private struct PolicyProblem: Error {
    let reason: PolicyMalformed.Reason
}

/// What the lines of a policy have said so far.
private struct PolicyReader {
    private(set) var logs: [WitnessPolicy.Log] = []
    private(set) var witnesses: [WitnessPolicy.Witness] = []
    private(set) var groups: [WitnessPolicy.Group] = []
    private(set) var quorum: (name: String?, rule: QuorumRule?)?
    private var keys: Set<ActorKey> = []
    /// What each name stands for; names are bytes, since some strings that differ compare as equal.
    private var defined: [[UInt8]: QuorumRule] = [:]
    private var members: Set<[UInt8]> = []

    mutating func read(_ line: ArraySlice<UInt8>) throws(PolicyProblem) {
        let tab = UInt8(ascii: "\t")
        guard line.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == tab }),
            let text = String(validating: line, as: UTF8.self)
        else { throw PolicyProblem(reason: .badText) }
        let words = text.utf8.split { $0 == UInt8(ascii: " ") || $0 == tab }
            .map { String(decoding: $0, as: UTF8.self) }
        guard let kind = words.first, kind.utf8.first != UInt8(ascii: "#") else { return }
        let rest = Array(words.dropFirst())
        switch kind {
        case "log": try readLog(rest)
        case "witness": try readWitness(rest)
        case "group": try readGroup(rest)
        case "quorum": try readQuorum(rest)
        default: throw PolicyProblem(reason: .unknownLine)
        }
    }

    private mutating func readLog(_ words: [String]) throws(PolicyProblem) {
        guard (1...2).contains(words.count) else { throw PolicyProblem(reason: .wrongWordCount) }
        guard logs.count < WitnessPolicy.maximumCount else { throw PolicyProblem(reason: .tooMany) }
        let verifier = try key(words[0], for: .ed25519)
        logs.append(.init(verifier: verifier, url: words.count > 1 ? words[1] : nil))
    }

    private mutating func readWitness(_ words: [String]) throws(PolicyProblem) {
        guard (2...3).contains(words.count) else { throw PolicyProblem(reason: .wrongWordCount) }
        guard witnesses.count < WitnessPolicy.maximumCount else {
            throw PolicyProblem(reason: .tooMany)
        }
        let verifier = try key(words[1], for: .cosignature)
        try define(words[0], as: .witness(witnesses.count))
        witnesses.append(
            .init(name: words[0], verifier: verifier, url: words.count > 2 ? words[2] : nil)
        )
    }

    private mutating func readGroup(_ words: [String]) throws(PolicyProblem) {
        guard words.count >= 3 else { throw PolicyProblem(reason: .wrongWordCount) }
        guard groups.count < WitnessPolicy.maximumCount else {
            throw PolicyProblem(reason: .tooMany)
        }
        let names = Array(words[2...])
        var rules: [QuorumRule] = []
        for name in names {
            guard let rule = defined[Array(name.utf8)] else {
                throw PolicyProblem(reason: .unknownName(name))
            }
            guard members.insert(Array(name.utf8)).inserted else {
                throw PolicyProblem(reason: .memberTwice(name))
            }
            rules.append(rule)
        }
        let threshold = try threshold(words[1], of: names.count)
        try define(words[0], as: .group(threshold: threshold, members: rules))
        groups.append(.init(name: words[0], threshold: threshold, members: names))
    }

    private mutating func readQuorum(_ words: [String]) throws(PolicyProblem) {
        guard words.count == 1 else { throw PolicyProblem(reason: .wrongWordCount) }
        guard quorum == nil else { throw PolicyProblem(reason: .quorumTwice) }
        guard words[0] != "none" else { return quorum = (nil, nil) }
        guard let rule = defined[Array(words[0].utf8)] else {
            throw PolicyProblem(reason: .unknownName(words[0]))
        }
        quorum = (words[0], rule)
    }

    private func threshold(_ word: String, of count: Int) throws(PolicyProblem) -> Int {
        switch word {
        case "any": return 1
        case "all": return count
        default:
            guard let number = UInt64(decimal: word).flatMap(Int.init(exactly:)),
                (1...count).contains(number)
            else { throw PolicyProblem(reason: .badThreshold(word)) }
            return number
        }
    }

    private mutating func key(
        _ text: String,
        for algorithm: NoteAlgorithm
    ) throws(PolicyProblem) -> NoteVerifier {
        let verifier: NoteVerifier
        do {
            verifier = try NoteVerifier(parsing: text)
        } catch {
            throw PolicyProblem(reason: .badKey(error))
        }
        guard verifier.algorithm == algorithm else { throw PolicyProblem(reason: .wrongKeyKind) }
        guard keys.insert(verifier.key).inserted else { throw PolicyProblem(reason: .keyTwice) }
        return verifier
    }

    private mutating func define(_ name: String, as rule: QuorumRule) throws(PolicyProblem) {
        guard name != "none", defined.updateValue(rule, forKey: Array(name.utf8)) == nil else {
            throw PolicyProblem(reason: .nameTaken(name))
        }
    }
}
