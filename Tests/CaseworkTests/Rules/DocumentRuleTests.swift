import Foundation
import Testing

@testable import Casework

struct DocumentRuleTests {
    private func decide(
        _ document: DocumentID,
        _ outcome: DraftOutcome,
        title: String = "CNDH",
        detail: String = "",
        draft: String = "organization-1"
    ) -> DecideDraft {
        DecideDraft(
            document: document,
            draft: draft,
            outcome: outcome,
            kind: .organization,
            title: title,
            detail: detail,
            citation: Citation(reference: "06MEXICO3423", paragraph: 1, words: "CNDH")
        )
    }

    @Test func `a document is kept byte for byte, for all agencies, once`() throws {
        var bench = Bench()
        let bytes = Data([0, 255, 10, 13])
        let lead = bench.lead
        let receive = ReceiveDocument(fileName: "a.txt", bytes: bytes)
        let id = try bench.perform(receive, by: lead)
        #expect(bench.desk(bench.police).documents[id]?.document?.bytes == bytes)
        #expect(throws: Refusal.documentAlreadyHere) {
            try bench.perform(ReceiveDocument(fileName: "b.txt", bytes: bytes), by: lead)
        }
        for (name, refusal) in [
            ("", Refusal.missing(field: "file")),
            (String(repeating: "x", count: 201), .tooLong(field: "file", limit: 200)),
        ] {
            #expect(throws: refusal) {
                try bench.perform(ReceiveDocument(fileName: name, bytes: Data([1])), by: lead)
            }
        }
    }

    @Test(arguments: DraftOutcome.allCases)
    func `what is accepted or edited is listed for everyone, and what is rejected is not`(
        outcome: DraftOutcome
    ) throws {
        var bench = Bench()
        let document = try bench.perform(
            ReceiveDocument(fileName: "a.txt", bytes: Data([1])),
            by: bench.lead
        )
        let listing = try bench.perform(decide(document, outcome), by: bench.lead)
        let listed = (bench.last?.facts ?? []).compactMap { placed -> Listing? in
            guard case .listed(let listing) = placed.fact, placed.compartment == .open else {
                return nil
            }
            return listing
        }
        #expect(listed.map(\.id) == [listing].compactMap { $0 })
        #expect((listing == nil) == (outcome == .rejected))
        #expect(listed.allSatisfy { $0.citation?.reference == "06MEXICO3423" })
        let decision = bench.desk(bench.shelter).documents[document]?.decisions["organization-1"]
        #expect(decision?.outcome == outcome)
        #expect(decision?.listing == listing)
    }

    @Test func `a draft is decided once, of a document that is here`() throws {
        var bench = Bench()
        let lead = bench.lead
        let document = try bench.perform(
            ReceiveDocument(fileName: "a.txt", bytes: Data([1])),
            by: lead
        )
        #expect(throws: Refusal.notFound) {
            try bench.perform(decide(.random(), .accepted), by: lead)
        }
        let cases: [(DecideDraft, Refusal)] = [
            (decide(document, .accepted, title: " "), .missing(field: "title")),
            (
                decide(document, .edited, title: String(repeating: "x", count: 601)),
                .tooLong(field: "title", limit: 600)
            ),
            (
                decide(document, .edited, detail: String(repeating: "x", count: 301)),
                .tooLong(field: "detail", limit: 300)
            ),
        ]
        for (command, refusal) in cases {
            #expect(throws: refusal) { try bench.perform(command, by: lead) }
        }
        try bench.perform(decide(document, .rejected, title: ""), by: lead)
        #expect(throws: Refusal.draftAlreadyDecided) {
            try bench.perform(decide(document, .accepted), by: lead)
        }
        try bench.perform(decide(document, .accepted, draft: "organization-2"), by: lead)
    }
}
