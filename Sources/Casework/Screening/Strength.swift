/// How much one indicator says of its dimension.
package enum Strength: String, Codable, CaseIterable, Sendable {
    case strong
    case medium
    case weak
}

/// One of the four ways in which a dimension is positive in the ILO's method.
package enum StrengthRule: String, Codable, CaseIterable, Sendable {
    /// (a) Two strong indicators.
    case twoStrong
    /// (b) One strong indicator, and one that is medium or weak.
    case oneStrongAndAnother
    /// (c) Three medium indicators.
    case threeMedium
    /// (d) Two medium indicators and one weak.
    case twoMediumAndOneWeak
}

/// How many indicators of each strength were answered yes in one dimension.
package struct StrengthCounts: Codable, Hashable, Sendable {
    package var strong: Int
    package var medium: Int
    package var weak: Int

    package init(strong: Int = 0, medium: Int = 0, weak: Int = 0) {
        self.strong = strong
        self.medium = medium
        self.weak = weak
    }

    package init(_ strengths: some Sequence<Strength>) {
        self.init()
        for strength in strengths {
            switch strength {
            case .strong: strong += 1
            case .medium: medium += 1
            case .weak: weak += 1
            }
        }
    }

    /// Every rule that these counts meet; the dimension is positive when there is one.
    package var rules: [StrengthRule] {
        StrengthRule.allCases.filter { rule in
            switch rule {
            case .twoStrong: strong >= 2
            case .oneStrongAndAnother: strong >= 1 && medium + weak >= 1
            case .threeMedium: medium >= 3
            case .twoMediumAndOneWeak: medium >= 2 && weak >= 1
            }
        }
    }
}
