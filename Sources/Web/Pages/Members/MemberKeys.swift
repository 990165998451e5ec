import Casework
import Coalition

/// The keys that sign or signed for a member, with what ended each.
struct MemberKey: Encodable, Sendable {
    var key: String
    var state: State
    /// The entry that ended it.
    var endedAt: UInt64?
    /// From when on it is not to be trusted, if it was lost or stolen.
    var retiredSince: Moment?

    enum State: String, Encodable, Sendable {
        case signs, renewed, retired, membershipEnded
    }

    init(_ key: [UInt8], _ tenure: KeyTenure) {
        self.key = key.map(\.hexadecimal).joined()
        endedAt = tenure.end?.position
        switch tenure.end?.cause {
        case nil: state = .signs
        case .renewed: state = .renewed
        case .retired(let since): (state, retiredSince) = (.retired, since)
        case .membershipEnded: state = .membershipEnded
        }
    }

    static func table(_ keys: [MemberKey], _ words: Words) -> HTML {
        dataTable(
            words("memberKeys.title"),
            ["key", "state", "entry"].map { Column(words("memberKeys.\($0)")) },
            rows: keys.map { key in
                [
                    code { String(key.key.prefix(16)) },
                    HTML {
                        statusTag(
                            key.state == .signs
                                ? .good : key.state == .retired ? .alarm : .plain,
                            words("memberKeys.state.\(key.state.rawValue)")
                        )
                        if let since = key.retiredSince {
                            " "
                            HTML.moment(since, words)
                        }
                    },
                    HTML {
                        if let entry = key.endedAt {
                            a(.href("/record/entries/\(entry)")) { words.number(entry) }
                        }
                    },
                ]
            }
        )
    }
}
