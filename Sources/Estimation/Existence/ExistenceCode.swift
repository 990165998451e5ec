/// Whether the greatest likelihood of a model has a place, and only one.
public enum ExistenceCode: Int, Codable, Hashable, Sendable, CaseIterable {
    /// There is one maximum, perhaps with terms at minus infinity that the counts put there.
    case exists = 0
    /// The likelihood rises for ever along some direction: there is no maximum.
    case noMaximum = 1
    /// Different coefficients give the same means: the counts cannot tell them apart.
    case notIdentifiable = 2
    /// Neither is there a maximum nor would it be the only one.
    case neither = 3
}
