extension RecognitionCard {
    /// This card, with what it does not know filled from an older one of the same person and key.
    ///
    /// Given names, surnames and other names are filled each as a whole, and so is the date: what was
    /// corrected later is not mixed with what it corrects.
    ///
    /// - Parameter older: What was known before.
    /// - Returns: A card of everything that is known.
    public func filled(from older: RecognitionCard) -> RecognitionCard {
        var filled = codes
        let roles = Set(codes.names.map(\.role))
        let names = older.codes.names.filter { !roles.contains($0.role) }
        filled.names += names.prefix(max(0, CardCodes.mostNames - codes.names.count))
        if codes.years[0] == 0, codes.dayMonth == 0 {
            filled.date = older.codes.date
            filled.years = older.codes.years
            filled.dayMonth = older.codes.dayMonth
            filled.dayOrMonth = older.codes.dayOrMonth
        }
        if codes.sex == 0 { filled.sex = older.codes.sex }
        if codes.nationality == 0 { filled.nationality = older.codes.nationality }
        if codes.document.whole == 0 { filled.document = older.codes.document }
        if codes.phone.whole == 0 { filled.phone = older.codes.phone }
        return RecognitionCard(filled)
    }

    /// What two cards of one person nearly always share at least one of: a part of a name, its sound or
    /// what it is short for, the day of birth, a document, a telephone.
    ///
    /// Whoever keeps many cards finds by them the few that are worth comparing. Like the card itself
    /// they are codes under the key, and to be kept as carefully.
    public var keys: Set<UInt64> {
        var keys: Set<UInt64> = []
        func insert(_ kind: UInt64, _ code: some FixedWidthInteger & UnsignedInteger) {
            if code != 0 { keys.insert(kind << 32 | UInt64(code)) }
        }
        for part in codes.names {
            insert(1, part.whole)
            insert(2, part.sound)
            insert(3, part.nickname)
        }
        insert(4, codes.date)
        insert(5, codes.dayMonth)
        insert(6, codes.document.whole)
        insert(7, codes.phone.whole)
        return keys
    }
}
