/// The levels of each kind of feature, from *missing* over *same* to *different*.
enum LevelSet {
    static func of(_ kind: Feature.Kind, _ columns: Int) -> [Level] {
        switch kind {
        case .givenNames: givenNames
        case .surnames: surnames
        case .nameOrder: [Level(.missing), Level(.asWritten), Level(.movedPart), Level(.exchanged)]
        case .dateOfBirth: date
        case .sex: [Level(.missing), Level(.same), Level(.different)]
        case .place, .remainder: columns == 1 ? code : several
        case .phone: phone
        case .document: document
        case .other: code
        }
    }

    private static func each(
        _ finding: Level.Finding,
        _ rarities: [Level.Rarity] = [.veryRare, .rare, .uncommon, .common]
    ) -> [Level] {
        rarities.map { Level(finding, $0) }
    }

    private static let two: [Level.Rarity] = [.rare, .common]

    static let surnames: [Level] =
        [Level(.missing)] + each(.same) + each(.oneSaysMore, [.veryRare, .rare, .common])
        + each(.soundsAlike, two) + each(.otherSpelling, two) + [Level(.initial)]
        + each(.partly, two) + [Level(.alike), Level(.different)]

    static let givenNames: [Level] =
        [Level(.missing)] + each(.same) + each(.oneSaysMore, [.veryRare, .rare, .common])
        + each(.nickname, two) + each(.soundsAlike, two) + each(.otherSpelling, two)
        + [Level(.initial)] + each(.partly, two) + [Level(.alike), Level(.different)]

    static let date: [Level] = [
        Level(.missing), Level(.same), Level(.sameYearFirstOfJanuary), Level(.dayAndMonthExchanged),
        Level(.oneDigit), Level(.otherDay), Level(.otherMonth), Level(.otherYear),
        Level(.sameYearAndMonth), Level(.sameYearOnly), Level(.yearsNear), Level(.sameYear),
        Level(.withinTwoYears), Level(.withinTenYears), Level(.different),
    ]

    static let code: [Level] =
        [Level(.missing)] + each(.same, [.veryRare, .rare, .uncommon, .common])
        + each(.otherSpelling, two) + [Level(.sameBeginning), Level(.alike), Level(.different)]

    static let phone: [Level] =
        [Level(.missing)] + each(.same, two)
        + [Level(.sameEnd), Level(.otherSpelling), Level(.different)]

    static let document: [Level] =
        [Level(.missing)] + each(.same, two)
        + [Level(.otherSpelling), Level(.sameBeginning), Level(.alike), Level(.different)]

    /// Several columns together: all agree, all resemble, some conflict, none agrees.
    static let several: [Level] =
        [Level(.missing)] + each(.same) + each(.otherSpelling, [.veryRare, .rare, .common])
        + each(.partly) + [Level(.alike), Level(.different)]
}
