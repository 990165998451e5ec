/// What somebody who knows the lists says of them, since no count can show it.
public struct Declarations: Hashable, Sendable, Codable {
    /// Whether all lists are of the same population and the same window; nil when nobody said.
    public var samePopulation: Bool?
    /// The lists that were mostly made by referrals from another; empty when there are none, nil when
    /// nobody said.
    public var referredLists: [String]?
    /// The population, with its definition and its legal category.
    public var population: String?
    /// The place.
    public var place: String?
    /// The window, with its two ends.
    public var window: String?
    /// How the lists were linked, and how well.
    public var linkage: String?
    /// Who reviewed the estimate.
    public var reviewer: String?

    /// Creates declarations.
    ///
    /// - Parameters:
    ///   - samePopulation: Whether all lists are of the same population and window.
    ///   - referredLists: The lists mostly made by referrals from another.
    ///   - population: The population and its definition.
    ///   - place: The place.
    ///   - window: The window.
    ///   - linkage: How the lists were linked.
    ///   - reviewer: Who reviewed the estimate.
    public init(
        samePopulation: Bool? = nil,
        referredLists: [String]? = nil,
        population: String? = nil,
        place: String? = nil,
        window: String? = nil,
        linkage: String? = nil,
        reviewer: String? = nil
    ) {
        self.samePopulation = samePopulation
        self.referredLists = referredLists
        self.population = population
        self.place = place
        self.window = window
        self.linkage = linkage
        self.reviewer = reviewer
    }
}
