/// Guesses what columns hold from their names and a sample of their values.
enum KindGuess {
    /// What each column is used as.
    ///
    /// - Parameters:
    ///   - headers: The columns' names.
    ///   - identifier: The place of the column of identifiers.
    ///   - sample: Of each column some values.
    /// - Returns: One guess for each column.
    static func guesses(
        headers: [String],
        identifier: Int,
        sample: [[String]]
    ) -> [ColumnGuess] {
        let meanings = headers.map(HeaderWords.meaning(of:))
        var guesses: [ColumnGuess] = []
        for (place, header) in headers.enumerated() {
            let (use, reason): (ColumnGuess.Use, ColumnGuess.Reason)
            if place == identifier {
                (use, reason) = (.identifier, place == 0 ? .first : .name)
            } else {
                (use, reason) = guess(meanings[place], values: sample[place])
            }
            guesses.append(ColumnGuess(column: header, use: use, reason: reason))
        }
        leaveOutLonelyParts(&guesses, meanings: meanings)
        leaveOutOtherDates(&guesses)
        return guesses
    }

    private static func guess(
        _ meaning: HeaderWords.Meaning?,
        values: [String]
    ) -> (ColumnGuess.Use, ColumnGuess.Reason) {
        switch meaning {
        case .kind(let kind): (.field(kind), .name)
        case .birthYear, .birthMonth, .birthDay: (.partOfBirthDate, .name)
        case .identifier, .truth: (.leftOut, .answer)
        case .aside: (.leftOut, .aside)
        case nil: guess(values: values)
        }
    }

    /// A guess by values alone.
    private static func guess(values: [String]) -> (ColumnGuess.Use, ColumnGuess.Reason) {
        let present = values.filter { !MissingValue.isValue(Array($0.utf8).span) }
        let distinct = Set(present)
        guard distinct.count > 1, present.reduce(0, { $0 + $1.utf8.count }) <= 40 * present.count
        else {
            return (.leftOut, .useless)
        }
        func percent(_ test: (String) -> Bool) -> Int {
            present.count(where: test) * 100 / present.count
        }
        let dates = percent(isBirthDate)
        if dates >= 90 { return (.field(.dateOfBirth), .values(percent: dates)) }
        let sexes = percent { Sex(Array($0.utf8).span) != nil && !$0.allSatisfy(\.isNumber) }
        if sexes >= 90, distinct.count <= 8 { return (.field(.sex), .values(percent: sexes)) }
        let phones = percent(isPhone)
        if phones >= 90, distinct.count * 2 > present.count {
            return (.field(.phone), .values(percent: phones))
        }
        let names = percent(beginsWithGivenName)
        if names >= 30 {
            let words = present.reduce(0) { $0 + $1.split(separator: " ").count }
            let kind: FieldKind = words * 10 >= present.count * 19 ? .fullName : .givenNames
            return (.field(kind), .values(percent: names))
        }
        return (.field(.other), .unknown)
    }

    private static func isBirthDate(_ value: String) -> Bool {
        let digits = value.count(where: \.isNumber)
        guard digits >= 5, digits <= 14, value.utf8.count <= 25 else { return false }
        let date = DateReading.read(Array(value.utf8).span).date(monthFirst: false)
        // A number of six or eight digits without signs is more often another number.
        let isPlain = value.allSatisfy(\.isNumber)
        return (1880...2030).contains(date.year) && date.month > 0 && (!isPlain || digits == 8)
    }

    private static func isPhone(_ value: String) -> Bool {
        let digits = value.count(where: \.isNumber)
        let signs = value.contains { "+()- ".contains($0) }
        return (7...15).contains(digits) && signs
            && value.allSatisfy { $0.isNumber || "+()-. /".contains($0) }
    }

    private static func beginsWithGivenName(_ value: String) -> Bool {
        var folded: [UInt8] = []
        _ = Letters.fold(Array(value.utf8).span, into: &folded)
        return NameWord.words(of: folded).first.map { Nicknames.classOf($0.letters[...]) > 0 }
            ?? false
    }

    /// A month or a day without a year is no date.
    private static func leaveOutLonelyParts(
        _ guesses: inout [ColumnGuess],
        meanings: [HeaderWords.Meaning?]
    ) {
        guard
            !zip(guesses, meanings).contains(where: {
                $0.use == .partOfBirthDate && $1 == .birthYear
            })
        else { return }
        for place in guesses.indices where guesses[place].use == .partOfBirthDate {
            (guesses[place].use, guesses[place].reason) = (.leftOut, .aside)
        }
    }

    /// One date of birth is enough: where a name says it, dates guessed from values are others.
    private static func leaveOutOtherDates(_ guesses: inout [ColumnGuess]) {
        let hasNamed = guesses.contains {
            $0.use == .partOfBirthDate || $0.use == .field(.dateOfBirth) && $0.reason == .name
        }
        guard hasNamed else { return }
        for place in guesses.indices
        where guesses[place].use == .field(.dateOfBirth) && guesses[place].reason != .name {
            (guesses[place].use, guesses[place].reason) = (.leftOut, .aside)
        }
    }
}
