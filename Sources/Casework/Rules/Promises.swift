extension DossierRecord {
    /// The parts that a consent lets an agency open, of those that `holder` can hand on.
    func parts(
        for agency: AgencyID,
        under consent: Consent,
        heldBy holder: AgencyID
    ) -> Set<CompartmentID> {
        consent.allowed[agency, default: []].reduce(into: []) { shared, section in
            shared.formUnion(parts(of: section, heldBy: holder))
        }
    }
}

extension Decision {
    /// Writes a promise in the course, and makes its keys ready with the course's own.
    ///
    /// A promise of nothing makes nothing ready, not even the course.
    mutating func promise(_ promise: Promise, course: CompartmentID, until end: Moment) {
        facts.append(Placed(.sectionsPromised(promise), in: .course(promise.dossier)))
        guard !promise.parts.isEmpty else { return }
        let condition = Grant.Condition(referral: promise.referral, until: end)
        grants += ([course] + promise.parts).map {
            Grant(compartment: $0, to: promise.to, condition: condition)
        }
    }
}
