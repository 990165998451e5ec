import Casework
import Coalition
import Ledger

/// Who opened a dossier, for the person or whoever represents them: one list, in their language,
/// without anything about third persons.
///
/// No member is named and nothing that a member wrote stands in it, since free words can speak of
/// anybody; an agency that opened nothing is not in it.
struct OpeningSheet: Encodable, Sendable {
    /// What people call the dossier; its identifier stays inside.
    var reference: String
    var language: Language
    var madeAt: Moment
    var madeBy: String
    var record: Record
    /// In log order.
    var openings: [Line]
    /// Whether every box that the agency holds could be read.
    var isWhole: Bool

    /// The state of the record under which the list was made.
    struct Record: Encodable, Sendable {
        var origin: String
        var size: UInt64
        var root: String
    }

    struct Line: Encodable, Sendable {
        var entry: UInt64
        var at: Moment
        /// What the witnesses prove of that time.
        var proven: ProvenTime?
        var agency: String
        var roles: [Role]
        var sections: [Section]
        var purpose: Purpose
        /// The entry's hash in the record's tree.
        var leafHash: Digest32?
        /// The entry's receipt, as a file (C2SP tlog-proof); `nil` while no published checkpoint covers
        /// the entry.
        var receipt: String?
    }

    static func read(_ visit: Visit) async throws -> OpeningSheet {
        let list = try await OpeningList.read(visit)
        let agency = await visit.node.standing(of: visit.member).agency
        var lines: [Line] = []
        for line in list.openings {
            let receipt = try? await visit.node.publishedReceipt(of: line.entry)
            lines.append(
                Line(
                    entry: line.entry,
                    at: line.at,
                    proven: line.proven,
                    agency: line.who.agency,
                    roles: line.who.roles,
                    sections: line.sections,
                    purpose: line.purpose,
                    leafHash: line.leafHash,
                    receipt: receipt.map { ReceiptFile($0).text }
                )
            )
        }
        let checkpoint = await visit.node.checkpoint
        return OpeningSheet(
            reference: list.reference,
            language: visit.query("lang").flatMap(Language.init) ?? visit.words.language,
            madeAt: try await visit.read(.seeDossiers) { _, _, now in now },
            madeBy: agency,
            record: Record(
                origin: checkpoint.origin,
                size: checkpoint.size,
                root: checkpoint.root.base64
            ),
            openings: lines,
            isWhole: list.isWhole
        )
    }

    /// The list as comma-separated values (RFC 4180), in the sheet's language.
    var table: String {
        let words = Words(language)
        let head = [
            "when", "after", "before", "agency", "roles", "sections", "purpose", "entry", "hash",
        ].map {
            words("openings.column.\($0)")
        }
        let rows = openings.map { line in
            [
                LocalTime(line.at).stamp, stamp(line.proven?.after), stamp(line.proven?.before),
                line.agency, words.list(Set(line.roles)), words.sections(line.sections),
                words("purpose.\(line.purpose.rawValue)"), String(line.entry),
                line.leafHash?.description ?? "",
            ]
        }
        return CSV.text([head] + rows)
    }

    private func stamp(_ moment: Moment?) -> String { moment.map { LocalTime($0).stamp } ?? "" }
}
