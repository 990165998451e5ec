import ArgumentParser
import Estimation

/// What only somebody who knows the lists can say of them.
struct EstimateDeclarations: ParsableArguments {
    enum Answer: String, ExpressibleByArgument, CaseIterable { case yes, no }

    @Option(
        name: .customLong("same-population"),
        help: "Whether all lists are of the same population and window: yes or no."
    )
    var samePopulation: Answer?

    @Option(
        name: .customLong("referred-list"),
        help: "A list mostly made of people referred from another; may be repeated."
    )
    var referredLists: [String] = []

    @Flag(
        name: .customLong("no-referrals"),
        help: "No list is mostly made of people referred from another."
    )
    var noReferrals = false

    @Option(help: "The population, with its definition and legal category.")
    var population: String?

    @Option(help: "The place.")
    var place: String?

    @Option(help: "The window, with both its ends.")
    var window: String?

    @Option(help: "How the lists were linked, and how well.")
    var linkage: String?

    @Option(help: "Who reviewed the estimate.")
    var reviewer: String?

    func validate() throws {
        guard referredLists.isEmpty || !noReferrals else {
            throw ValidationError("Give --referred-list or --no-referrals, not both.")
        }
    }

    var declarations: Declarations {
        Declarations(
            samePopulation: samePopulation.map { $0 == .yes },
            referredLists: noReferrals ? [] : referredLists.isEmpty ? nil : referredLists,
            population: population,
            place: place,
            window: window,
            linkage: linkage,
            reviewer: reviewer
        )
    }
}
