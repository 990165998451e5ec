/// The error model: how often what an agency writes differs from what the person would write herself.
///
/// Each rate is a probability, for every record anew and independent of the others: two records of one
/// person differ by the errors of both. Rates of a name are for each token of it where it says so. They
/// are assumptions, chosen after what practitioners describe and such that the common programs do as well
/// on the difficult sets as on real files of this kind; they are estimates of no register.
package struct ErrorRates: Sendable {
    /// A token is written as it sounds to someone of another language (`Xochitl`, `Sochil`); a quarter of
    /// these twice.
    var soundAlike: Double
    /// A token has a slip of the keyboard: a letter lost, doubled, replaced or exchanged with the next.
    var typing: Double
    /// All accents of the record are lost.
    var accentsLost: Double
    /// The first given name is replaced by what she is called, where there is such a name.
    var nickname: Double
    /// Of several given names only the first is written.
    var onlyFirstGiven: Double
    /// Of several given names only the second is written.
    var onlySecondGiven: Double
    /// The second given name is an initial.
    var initial: Double
    /// Of two surnames only the first is written.
    var secondSurnameDropped: Double
    /// The two surnames change places.
    var surnamesSwapped: Double
    /// Given names and surnames stand in each other's column.
    var partsSwapped: Double
    /// The first surname stands among the given names, or the second given name among the surnames.
    var tokenMoved: Double
    /// Particles and hyphens are lost, or the parts of a compound joined.
    var joined: Double
    /// One long token is split in two.
    var split: Double
    /// A married woman's husband's surname follows, or replaces, her second.
    var marriedForm: Double
    /// A Chinese or South Asian name is in another romanisation, for each token.
    var transliterated: Double
    /// A Chinese given name is replaced by a Western one.
    var westernName: Double

    var birthMissing: Double
    /// Only the year.
    var yearOnly: Double
    /// Only year and month.
    var monthOnly: Double
    /// The year, and 1 January for the rest.
    var firstOfJanuary: Double
    /// Day and month change places, where that is a date.
    var dayMonthSwapped: Double
    /// One digit of day, month or year is another.
    var birthDigit: Double
    /// The year is one or two off.
    var yearApproximate: Double
    /// Age was stated and a year of birth made of it, with 1 January in half the cases; one in four ages
    /// is rounded to a multiple of five.
    var ageStated: Double

    var sexMissing: Double
    var sexWrong: Double
    var nationalityMissing: Double
    /// Another nationality of the region is claimed or assumed.
    var nationalityWrong: Double
    var placeMissing: Double
    /// The district or state stands for the town.
    var placeRegion: Double
    /// Another town: where she came from last, or grew up.
    var placeOther: Double
    var phoneMissing: Double
    /// Another telephone than before.
    var phoneChanged: Double
    /// Two digits transposed or one wrong.
    var phoneDigits: Double
    var documentMissing: Double
    /// Another document, with another number.
    var documentOther: Double
    /// Two characters transposed or one wrong.
    var documentDigits: Double

    /// The rates of each source.
    package static let bySource: [InventedRecord.Source: ErrorRates] = [
        .register: register, .border: border, .shelter: shelter, .complaint: complaint,
    ]

    /// Papers on the desk: slips of the keyboard, and little else.
    static let register = ErrorRates(
        soundAlike: 0.0135,
        typing: 0.0135,
        accentsLost: 0.5,
        nickname: 0.005,
        onlyFirstGiven: 0.055,
        onlySecondGiven: 0.01,
        initial: 0.02,
        secondSurnameDropped: 0.04,
        surnamesSwapped: 0.008,
        partsSwapped: 0.008,
        tokenMoved: 0.008,
        joined: 0.02,
        split: 0.01,
        marriedForm: 0.1,
        transliterated: 0.08,
        westernName: 0.01,
        birthMissing: 0.01,
        yearOnly: 0.01,
        monthOnly: 0.005,
        firstOfJanuary: 0.01,
        dayMonthSwapped: 0.015,
        birthDigit: 0.015,
        yearApproximate: 0.005,
        ageStated: 0.005,
        sexMissing: 0.01,
        sexWrong: 0.005,
        nationalityMissing: 0.02,
        nationalityWrong: 0.01,
        placeMissing: 0.1,
        placeRegion: 0.1,
        placeOther: 0.05,
        phoneMissing: 0.25,
        phoneChanged: 0.1,
        phoneDigits: 0.02,
        documentMissing: 0.1,
        documentOther: 0.05,
        documentDigits: 0.02
    )

    static let border = ErrorRates(
        soundAlike: 0.096,
        typing: 0.018,
        accentsLost: 0.9,
        nickname: 0.008,
        onlyFirstGiven: 0.22,
        onlySecondGiven: 0.024,
        initial: 0.03,
        secondSurnameDropped: 0.23,
        surnamesSwapped: 0.03,
        partsSwapped: 0.03,
        tokenMoved: 0.024,
        joined: 0.038,
        split: 0.015,
        marriedForm: 0.1,
        transliterated: 0.24,
        westernName: 0.02,
        birthMissing: 0.036,
        yearOnly: 0.036,
        monthOnly: 0.01,
        firstOfJanuary: 0.09,
        dayMonthSwapped: 0.04,
        birthDigit: 0.024,
        yearApproximate: 0.042,
        ageStated: 0.048,
        sexMissing: 0.01,
        sexWrong: 0.01,
        nationalityMissing: 0.02,
        nationalityWrong: 0.06,
        placeMissing: 0.35,
        placeRegion: 0.2,
        placeOther: 0.08,
        phoneMissing: 0.51,
        phoneChanged: 0.3,
        phoneDigits: 0.04,
        documentMissing: 0.45,
        documentOther: 0.15,
        documentDigits: 0.05
    )

    static let shelter = ErrorRates(
        soundAlike: 0.054,
        typing: 0.03,
        accentsLost: 0.4,
        nickname: 0.08,
        onlyFirstGiven: 0.25,
        onlySecondGiven: 0.036,
        initial: 0.01,
        secondSurnameDropped: 0.27,
        surnamesSwapped: 0.022,
        partsSwapped: 0.012,
        tokenMoved: 0.018,
        joined: 0.03,
        split: 0.015,
        marriedForm: 0.2,
        transliterated: 0.24,
        westernName: 0.08,
        birthMissing: 0.048,
        yearOnly: 0.048,
        monthOnly: 0.03,
        firstOfJanuary: 0.045,
        dayMonthSwapped: 0.032,
        birthDigit: 0.024,
        yearApproximate: 0.049,
        ageStated: 0.036,
        sexMissing: 0.02,
        sexWrong: 0.005,
        nationalityMissing: 0.06,
        nationalityWrong: 0.03,
        placeMissing: 0.2,
        placeRegion: 0.15,
        placeOther: 0.096,
        phoneMissing: 0.38,
        phoneChanged: 0.3,
        phoneDigits: 0.04,
        documentMissing: 0.59,
        documentOther: 0.15,
        documentDigits: 0.05
    )

    static let complaint = ErrorRates(
        soundAlike: 0.072,
        typing: 0.03,
        accentsLost: 0.5,
        nickname: 0.064,
        onlyFirstGiven: 0.3,
        onlySecondGiven: 0.036,
        initial: 0.02,
        secondSurnameDropped: 0.32,
        surnamesSwapped: 0.03,
        partsSwapped: 0.018,
        tokenMoved: 0.018,
        joined: 0.03,
        split: 0.015,
        marriedForm: 0.2,
        transliterated: 0.28,
        westernName: 0.06,
        birthMissing: 0.09,
        yearOnly: 0.048,
        monthOnly: 0.02,
        firstOfJanuary: 0.06,
        dayMonthSwapped: 0.04,
        birthDigit: 0.032,
        yearApproximate: 0.07,
        ageStated: 0.09,
        sexMissing: 0.03,
        sexWrong: 0.01,
        nationalityMissing: 0.1,
        nationalityWrong: 0.06,
        placeMissing: 0.3,
        placeRegion: 0.2,
        placeOther: 0.096,
        phoneMissing: 0.42,
        phoneChanged: 0.3,
        phoneDigits: 0.05,
        documentMissing: 0.63,
        documentOther: 0.15,
        documentDigits: 0.06
    )
}
