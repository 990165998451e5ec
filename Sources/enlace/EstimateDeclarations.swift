import ArgumentParser
import Estimation

/// What only somebody who knows the lists, or the one list, can say of them.
struct EstimateDeclarations: ParsableArguments {
    enum Answer: String, ExpressibleByArgument, CaseIterable { case yes, no }

    @Option(
        name: .customLong("same-population"),
        help: "Whether all that was seen is of the same population and window: yes or no."
    )
    var samePopulation: Answer?

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

    var declarations: Declarations {
        Declarations(
            samePopulation: samePopulation.map { $0 == .yes },
            population: population,
            place: place,
            window: window,
            linkage: linkage,
            reviewer: reviewer
        )
    }
}
