/// A check that an estimate did not pass and without which no number may be given, with its numbers.
///
/// The thresholds are calibrated on published tables: three lists are what it takes for dependence to
/// show at all, seven shared people what Chapman's estimate needs (Robson and Regier 1964).
public enum EstimationRefusal: Hashable, Sendable, Codable {
    /// Fewer than three lists share anybody with another list.
    case tooFewLists(informative: Int)
    /// Two lists hold nearly the same people: one is a copy of the other.
    case copiedList(list: String, of: String, shared: Int)
    /// Fewer than seven people are on more than one list.
    case tooLittleOverlap(people: Int)
    /// Some lists share nobody, directly or through others, with the rest.
    case listsApart(groups: [[String]])
    /// Even the model of independent lists has no estimate; by code of existence.
    case noBaseline(existence: Int)
    /// A method found no model that has an estimate.
    case noModel(method: MethodResult.Name)
    /// One list saw nobody exactly twice.
    case nobodySeenTwice
    /// The lists are of different populations or windows, the caller says.
    case differentPopulations
    /// A list was mostly made by referrals from another, the caller says.
    case madeByReferral(list: String)
}

extension EstimationRefusal {
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
                "Solo \(people) personas están en más de una lista; con menos de 7 cualquier número "
                    + "sería azar.",
                "Only \(people) people are on more than one list; below 7 any number would be chance."
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
        case .differentPopulations:
            Wording(
                "Según se declaró, las listas no son de la misma población y el mismo periodo.",
                "The lists are declared not to be of the same population and window."
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
