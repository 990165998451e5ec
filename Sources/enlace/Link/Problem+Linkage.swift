import Linkage

extension Terminal {
    /// The language of the terminal, for what the library of linkage says.
    static var linkageLanguage: LinkageLanguage { isSpanish ? .spanish : .english }
}

extension Problem {
    init(_ refusal: RunTerms.Refusal) {
        self.init(refusal.text(in: .english), refusal.text(in: .spanish))
    }

    init(_ refusal: RunAgreement.Refusal) {
        self.init(refusal.text(in: .english), refusal.text(in: .spanish))
    }

    init(_ refused: ComparisonRefused) {
        self.init(refused.text(in: .english), refused.text(in: .spanish))
    }

    init(_ failure: ReadingFailure) {
        self.init(failure.text(in: .english), failure.text(in: .spanish))
    }

    init(_ failure: LinkingFailure) {
        self.init(failure.text(in: .english), failure.text(in: .spanish))
    }
}
