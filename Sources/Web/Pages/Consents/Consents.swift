import Casework
import Coalition

extension Site {
    func addConsents(to routes: Routes) {
        add("encounters/:encounter/consent", Consents.ask, to: routes)
        add("encounters/:encounter/consent", Consents.record, to: routes)
    }
}

/// What a person allows, or that they said no.
enum Consents {
    struct Ask: Encodable, Sendable {
        var encounter: EncounterID
        var isTreatedAsChild: Bool
        /// The agency that asks.
        var agency: String
        /// Everybody else in the coalition, those first who receive people.
        var agencies: [Other]
        /// Whether the anonymous notice of a refusal went out already.
        var noticeSent: Bool
        /// What was recorded before, newest first.
        var earlier: [Earlier]
    }

    struct Other: Encodable, Sendable {
        var id: AgencyID
        var name: String
        var kind: AgencyKind
    }

    /// A consent recorded before.
    struct Earlier: Encodable, Sendable {
        var consent: Consent
        var at: Moment
        /// The place of its entry in the log.
        var position: UInt64
        /// The agencies it allows something, by name.
        var allowed: [Allowed]
    }

    struct Allowed: Encodable, Sendable {
        var agency: String
        var sections: [Casework.Section]
    }

    static let ask = Page(.recordConsent) { visit in
        let id = try visit.identifier("encounter", of: Encounter.self)
        return try await visit.read(.recordConsent) { desk, commons, _ in
            try ask(of: id, desk, commons)
        }
    } view: { model, screen in
        ConsentPage.show(model, screen)
    }

    private static func ask(
        of id: EncounterID,
        _ desk: Desk,
        _ commons: Commons
    ) throws -> Ask {
        guard let record = desk.encounters[id], let met = record.encounter else {
            throw Refusal.notFound
        }
        var receiving: [Other] = []
        var remaining: [Other] = []
        for id in commons.order where id != desk.agency {
            guard let agency = commons.agencies[id] else { continue }
            let other = Other(id: agency.id, name: agency.name, kind: agency.kind)
            if agency.kind.receivesReferrals {
                receiving.append(other)
            } else {
                remaining.append(other)
            }
        }
        return Ask(
            encounter: id,
            isTreatedAsChild: met.ageBand.isTreatedAsChild,
            agency: commons.agencies[desk.agency]?.name ?? "",
            agencies: receiving + remaining,
            noticeSent: record.noticeSent,
            earlier: earlier(record.consents, desk, commons)
        )
    }

    private static func earlier(
        _ consents: [ConsentID],
        _ desk: Desk,
        _ commons: Commons
    ) -> [Earlier] {
        var all: [Earlier] = []
        for id in consents.reversed() {
            guard let record = desk.consents[id] else { continue }
            all.append(earlier(record, commons))
        }
        return all
    }

    private static func earlier(_ record: ConsentRecord, _ commons: Commons) -> Earlier {
        Earlier(
            consent: record.consent,
            at: record.stamp.at,
            position: record.stamp.position,
            allowed: record.consent.allowed.map { agency, sections in
                Allowed(
                    agency: commons.agencies[agency]?.name ?? agency.reference,
                    sections: sections.sorted()
                )
            }
            .sorted { $0.agency < $1.agency }
        )
    }

    /// Which of the two buttons was pressed.
    enum Said: String {
        case allowed, refused
    }

    static let record = Form(.recordConsent, on: ask) { fields, visit in
        let said = fields.choice("said", of: Said.self)
        let language = SpokenLanguage.read(&fields)
        let givenBy = fields.choice("givenBy", of: ConsentGiver.self)
        let interpreter = fields.choice("interpreter", of: Interpreter.self)
        let present = fields.text("present", max: 400, required: false)
        let purpose = fields.text("purpose", max: 400, required: said == .allowed)
        let days = fields.integer("days", in: 1...365, required: said == .allowed)
        let allowed = ConsentMatrix.read(&fields)
        // The ticks and the button must say the same: nobody should have to guess which was meant.
        switch said {
        case .allowed where allowed?.isEmpty == true:
            fields.reject(ConsentMatrix.name, "consent.nothingTicked")
        case .refused where allowed?.isEmpty == false:
            fields.reject(ConsentMatrix.name, "consent.stillTicked")
        default:
            break
        }
        guard said != nil, let language, let givenBy, let interpreter, let allowed else {
            return nil
        }
        return RecordConsent(
            encounter: try visit.identifier("encounter"),
            language: language,
            givenBy: givenBy,
            interpreter: interpreter,
            present: present ?? "",
            purpose: purpose ?? "",
            allowed: allowed,
            days: days ?? ConsentPage.usualDays,
            allowsNotice: fields.isChecked("allowsNotice")
        )
    } perform: { (command: RecordConsent, visit) in
        var command = command
        command.encounter = try visit.identifier("encounter")
        return Made(id: try await visit.node.perform(command, by: visit.member))
    } next: { _, visit in
        "/encounters/\(try visit.identifier("encounter", of: Encounter.self))"
    }
}
