/// What each agreement says for or against one person, in bits: log₂ of how many times as often it is seen
/// of one person as of two.
enum CardWeights {
    /// Before any field is looked at.
    static let start = -10.0

    /// The weight of an agreement in a field.
    static func weight(of agreement: CardAgreement, in field: CardField) -> Double {
        0
    }
}
