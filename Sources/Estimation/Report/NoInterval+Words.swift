extension NoInterval {
    /// The reason in words.
    var words: Wording {
        switch self {
        case .level:
            Wording("el nivel pedido no existe", "there is no such level")
        case .tooFewEstimates(let count):
            Wording(
                "solo \(count) repeticiones tienen estimación: no bastan para un intervalo",
                "only \(count) resamples have an estimate: too few for an interval"
            )
        case .allOnOneSide:
            Wording(
                "todas las repeticiones quedan a un lado de la estimación: no hay intervalo",
                "all resamples are on one side of the estimate: there is no interval"
            )
        case .noAcceleration:
            Wording(
                "sin una de las personas no hay estimación: no hay intervalo BCa",
                "without one of the people there is no estimate: there is no BCa interval"
            )
        case .tooSkewed:
            Wording(
                "las repeticiones son demasiado asimétricas para el intervalo BCa",
                "the resamples are too skewed for the BCa interval"
            )
        case .estimateOutside:
            Wording(
                "la estimación queda fuera de su intervalo: las repeticiones muestran un sesgo mayor "
                    + "que lo que el intervalo admite",
                "the estimate is outside its interval: the resamples show a bias beyond what the "
                    + "interval allows for"
            )
        }
    }
}
