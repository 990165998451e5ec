extension NoInterval {
    /// The reason in a sentence.
    var words: Wording {
        switch self {
        case .level:
            Wording("El nivel pedido no existe.", "There is no such level.")
        case .tooFewEstimates(let count):
            Wording(
                "Solo \(count) repeticiones tienen estimación: no bastan para un intervalo.",
                "Only \(count) resamples have an estimate: too few for an interval."
            )
        case .allOnOneSide:
            Wording(
                "Todas las repeticiones quedan a un lado de la estimación: no hay intervalo.",
                "All resamples are on one side of the estimate: there is no interval."
            )
        case .noAcceleration:
            Wording(
                "Sin una de las personas no hay estimación: no hay intervalo BCa.",
                "Without one of the people there is no estimate: there is no BCa interval."
            )
        case .tooSkewed:
            Wording(
                "Las repeticiones son demasiado asimétricas para el intervalo BCa.",
                "The resamples are too skewed for the BCa interval."
            )
        case .estimateOutside:
            Wording(
                "La estimación queda fuera de su intervalo: las repeticiones muestran un sesgo mayor "
                    + "que lo que el intervalo admite.",
                "The estimate is outside its interval: the resamples show a bias beyond what the "
                    + "interval allows for."
            )
        }
    }
}
