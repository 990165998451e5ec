/// A check that an estimate did not pass and without which no number may be given, with its numbers.
///
/// The thresholds are calibrated on published tables: three lists are what it takes for dependence to
/// show at all, seven shared people what Chapman's estimate needs (Robson and Regier 1964).
public enum EstimationRefusal: Hashable, Sendable, Codable {
    /// Fewer than three lists share anybody with another list.
    case tooFewLists(informative: Int)
    /// Two lists hold nearly the same people: one is a copy of the other.
    case copiedList(list: String, of: String, shared: Int)
    /// No pair of lists shares seven people; the most that any shares.
    case tooLittleOverlap(people: Int)
    /// Some lists share nobody, directly or through others, with the rest.
    case listsApart(groups: [[String]])
    /// Even the model of independent lists has no estimate; by code of existence.
    case noBaseline(existence: Int)
    /// A method found no model that has an estimate.
    case noModel(method: MethodResult.Name)
    /// One list saw nobody exactly twice.
    case nobodySeenTwice
    /// One list saw fewer than seven people exactly twice.
    case fewSeenTwice(people: Int)
    /// The lists are of different populations or windows, the caller says.
    case differentPopulations
    /// A list was mostly made by referrals from another, the caller says.
    case madeByReferral(list: String)
}

extension EstimationRefusal {
    /// Whether it holds against Chao's lower bound as well.
    ///
    /// The bound needs lists of one population, each made on its own, that share enough people for it.
    /// With two lists, or without a model, it is still what the data allow to be said.
    var deniesBound: Bool {
        switch self {
        case .copiedList, .tooLittleOverlap, .listsApart, .nobodySeenTwice, .fewSeenTwice,
            .differentPopulations, .madeByReferral:
            true
        case .tooFewLists, .noBaseline, .noModel: false
        }
    }

    /// The reason in whole sentences.
    public var words: Wording {
        switch self {
        case .tooFewLists(let informative):
            Wording(
                "Se necesitan al menos tres listas que compartan personas; aquí hay \(informative).",
                "At least three lists that share people are needed; here there are \(informative)."
            )
        case .copiedList(let list, let of, let shared):
            Wording(
                "\(list) y \(of) tienen casi las mismas personas (\(shared) en común): una es copia de "
                    + "la otra y no cuenta como lista.",
                "\(list) and \(of) hold nearly the same people (\(shared) in common): one is a copy of "
                    + "the other and does not count as a list."
            )
        case .tooLittleOverlap(let people):
            Wording(
                "Ningún par de listas comparte 7 personas (el mayor, \(people)); con menos, cualquier "
                    + "número sería azar.",
                "No pair of lists shares 7 people (the largest, \(people)); with fewer, any number would "
                    + "be chance."
            )
        case .listsApart(let groups):
            Wording(
                "Ninguna persona une estos grupos de listas: \(Self.named(groups)). Lo que falta entre "
                    + "ellos no se puede estimar.",
                "Nobody connects these groups of lists: \(Self.named(groups)). What is missing between "
                    + "them cannot be estimated."
            )
        case .noBaseline(let existence):
            Wording(
                "Ni el modelo más simple, el de listas independientes, tiene estimación "
                    + "(código \(existence)): los datos no fijan ningún número.",
                "Not even the simplest model, that of independent lists, has an estimate "
                    + "(code \(existence)): the data fix no number."
            )
        case .noModel(let method):
            Wording(
                "El método «\(method.words.es)» no halla ningún modelo cuya estimación exista.",
                "The method “\(method.words.en)” finds no model whose estimate exists."
            )
        case .nobodySeenTwice:
            Wording(
                "La lista no vio a nadie exactamente dos veces: nada indica cuántas personas faltan.",
                "The list saw nobody exactly twice: nothing tells how many people are missing."
            )
        case .fewSeenTwice(let people):
            Wording(
                "La lista vio exactamente dos veces a \(people) personas; con menos de 7 cualquier "
                    + "número sería azar.",
                "The list saw \(people) people exactly twice; below 7 any number would be chance."
            )
        case .differentPopulations:
            Wording(
                "Según se declaró, no todo es de la misma población y el mismo periodo.",
                "It is declared that not everything is of the same population and window."
            )
        case .madeByReferral(let list):
            Wording(
                "Según se declaró, \(list) se formó sobre todo con personas referidas por otra lista: "
                    + "no es una detección independiente.",
                "\(list) is declared to be mostly made of people referred from another list: it is no "
                    + "independent detection."
            )
        }
    }

    private static func named(_ groups: [[String]]) -> String {
        groups.map { $0.joined(separator: ", ") }.joined(separator: " | ")
    }
}
