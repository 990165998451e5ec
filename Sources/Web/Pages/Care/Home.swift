import Casework
import Coalition
import Hummingbird
import Telegram

extension Site {
    /// The first page, at `/`; as JSON it stands at `/api/home`, since `/api` tells of the API.
    func addHome(to routes: Routes) {
        routes.add(
            .get,
            "",
            .seeHome,
            page: { visit in
                let home = try await Home.model(visit)
                return Home.view(home, await screen(for: visit, FormFields())).response(status: .ok)
            },
            api: nil
        )
        routes.add(.get, "home", .seeHome) { _ in
            .redirect(to: "/", type: .normal)
        } api: { visit in
            try JSON.response(try await Home.model(visit))
        }
    }
}

/// What waits for this member today; each part is there only for those who may see it.
struct Home: Encodable, Sendable {
    var agency: String
    /// Referrals that other agencies sent here and nobody has answered.
    var toAnswer: Queue?
    /// Referrals that this agency sent.
    var sent: Sent?
    var encountersWithoutConsent: Int?
    var dossiers: Files?
    /// Flags that nobody of this agency has reviewed.
    var flags: Int?
    /// Drafts from documents that nobody has decided on.
    var draftsToReview: Int?
    /// The five deadlines that come first, missed ones included.
    var urgent: [Deadline]
    /// Who lately opened sections of the dossiers that this agency leads.
    var openings: [Opening]?

    struct Queue: Encodable, Sendable {
        var waiting: Int
        var overdue: Int
    }

    struct Sent: Encodable, Sendable {
        var waiting: Int
        var overdue: Int
        /// Declined, and nobody else was asked since.
        var declined: Int
    }

    struct Files: Encodable, Sendable {
        var led: Int
        /// Those of other agencies that serve the person together with this one.
        var shared: Int
    }

    struct Deadline: Encodable, Sendable {
        enum Kind: String, Encodable, Sendable {
            case answer, sent, consent
        }

        var kind: Kind
        var path: String
        var reference: String
        var agency: String
        var at: Moment
    }

    struct Opening: Encodable, Sendable {
        var dossier: DossierID
        var reference: String
        var step: CourseStep
    }
}

extension Home {
    static func model(_ visit: Visit) async throws -> Home {
        let card = visit.member.card
        var (home, documents) = try await visit.read(.seeHome) { desk, commons, now in
            let reader = HomeReader(
                desk: desk,
                commons: commons,
                now: now,
                may: { Policy.answer($0, by: card, in: commons) == .permitted }
            )
            return (reader.home, reader.documents)
        }
        // Telegrams are read here, where nobody waits for it.
        home.draftsToReview = documents?.reduce(0) { sum, record in
            let drafts = try? record.document.map { try DocumentReading($0).drafts }
            return sum + (drafts ?? []).count { record.decisions[$0.id] == nil }
        }
        return home
    }
}
