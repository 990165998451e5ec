/// What each agreement says for or against one person, in bits: log₂ of how many times as often it is seen
/// of one person as of two, beside what the other fields say.
///
/// Fitted by logistic regression to all fifty million pairs of ten thousand records of invented people with
/// hard names, relatives and namesakes among them, and rounded to a tenth.
enum CardWeights {
    /// Before any field is looked at: one pair in about ten thousand is one person, and fields that are
    /// missing say nothing.
    static let start = -9.0

    /// The weight of an agreement in a field; 0 of one that cannot be there.
    static func weight(of agreement: CardAgreement, in field: CardField) -> Double {
        weights[field]?[agreement] ?? 0
    }

    private static let weights: [CardField: [CardAgreement: Double]] = [
        .givenNames: [
            .same: 2.0, .sameTwice: 5.1, .alike: 0.4, .partly: -1.6, .different: -5.3,
        ],
        .surnames: [.same: 3.8, .sameTwice: 7.7, .alike: 3.1, .partly: 0.4, .different: -4.5],
        .birthDate: [
            .same: 12.4, .alike: 7.2, .partly: 3.5, .otherYear: 4.6, .sameYear: 4.9,
            .nearYear: -0.3, .different: -5.2,
        ],
        .sex: [.same: 0.8, .different: -4.3],
        .nationality: [.same: 1.3, .different: -2.9],
        .document: [.same: 10.5, .alike: 6.2, .different: -1.7],
        .phone: [.same: 6.2, .alike: 2.4, .different: -0.5],
    ]
}
