extension Desk {
    /// The flag that an opening gives rise to, if it is unusual: decided with the opening, so that the
    /// opener cannot have one without the other.
    ///
    /// - Parameters:
    ///   - position: the opening's entry, already folded into this desk.
    ///   - setting: who opens, and when.
    /// - Returns: the flag as an entry of its own; `nil` for an opening like any other.
    package func flag(openingAt position: UInt64, in setting: Setting) -> Decision? {
        let made = openings[setting.member]?.last { $0.stamp.position == position }
        guard let made, let opening = made.opening else { return nil }
        let signs = signs(of: opening, by: setting.member, at: position, now: setting.now)
        guard !signs.isEmpty else { return nil }
        let flag = OpeningFlag(
            id: .random(),
            patterns: Set(signs.keys),
            entries: Set(signs.values.flatMap(\.self).map(\.stamp.position))
        )
        let concerned = Set(signs.values.flatMap(\.self).compactMap(\.opening?.dossier))
        let leads = concerned.compactMap { dossiers[$0]?.lead }
        let commissions = setting.commons.agencies.values.filter { $0.kind == .commission }.map(
            \.id
        )
        let compartment = CompartmentID.random()
        return Decision(
            "opening.flagged",
            [Placed(.openingFlagged(flag), in: .flag(flag.id))]
                + concerned.map { Placed(.flagLinked(flag.id, dossier: $0), in: .course($0)) },
            founded: [.flag(flag.id): compartment],
            grants: Set(leads + commissions).subtracting([agency]).map {
                Grant(compartment: compartment, to: $0)
            }
        )
    }

    /// The patterns that an opening makes, each with the openings that make it.
    private func signs(
        of opening: Opening,
        by member: MemberID,
        at position: UInt64,
        now: Moment
    ) -> [OpeningPattern: [Happening]] {
        let all = openings[member] ?? []
        let this = all.filter { $0.stamp.position == position }
        let inFile = all.filter { $0.opening?.dossier == opening.dossier }
        var signs: [OpeningPattern: [Happening]] = [:]

        // Each flag about many dossiers covers openings of its own: whoever opens a hundred leaves a
        // dozen flags.
        let hour = all.since(now.adding(hours: -1)).after(newestFlagged(.manyDossiers, by: member))
        if Set(hour.compactMap(\.opening?.dossier)).count >= OpeningPattern.dossiersInAnHour {
            signs[.manyDossiers] = hour
        }
        if !isTied(member, to: opening.dossier),
            !wasFlagged(.noTie, member, in: opening.dossier, at: now)
        {
            signs[.noTie] = this
        }
        if OpeningPattern.isNight(now), !hasJustArrived(opening.dossier, at: now),
            !wasFlagged(.atNight, member, in: opening.dossier, at: now)
        {
            signs[.atNight] = this
        }
        let readings = inFile.since(now.adding(hours: -24 * OpeningPattern.readingDays))
            .after(newestFlagged(.repeated, by: member, in: opening.dossier))
            .after(newestWritten(by: member, in: opening.dossier))
        if readings.count >= OpeningPattern.readings { signs[.repeated] = readings }
        return signs
    }

    // MARK: Flags there are

    private func flags(
        _ pattern: OpeningPattern,
        by member: MemberID,
        in dossier: DossierID?
    ) -> [FlagRecord] {
        let known = dossier.map { dossiers[$0]?.flags ?? [] } ?? Set(flags.keys)
        return known.compactMap { flags[$0] }.filter {
            $0.stamp?.member == member && $0.flag?.patterns.contains(pattern) == true
        }
    }

    /// The newest opening that a flag of this pattern speaks of already.
    private func newestFlagged(
        _ pattern: OpeningPattern,
        by member: MemberID,
        in dossier: DossierID? = nil
    ) -> UInt64? {
        flags(pattern, by: member, in: dossier).compactMap { $0.flag?.entries.max() }.max()
    }

    private func wasFlagged(
        _ pattern: OpeningPattern,
        _ member: MemberID,
        in dossier: DossierID,
        at now: Moment
    ) -> Bool {
        flags(pattern, by: member, in: dossier).contains {
            $0.stamp.map { $0.at > now.adding(hours: -OpeningPattern.quietHours) } ?? false
        }
    }
}

extension Happening {
    /// The opening that this is, if it is one.
    package var opening: Opening? {
        if case .sectionsOpened(let opening) = fact { opening } else { nil }
    }
}

extension [Happening] {
    fileprivate func since(_ moment: Moment) -> [Happening] {
        filter { $0.stamp.at > moment }
    }

    fileprivate func after(_ position: UInt64?) -> [Happening] {
        guard let position else { return self }
        return filter { $0.stamp.position > position }
    }
}
