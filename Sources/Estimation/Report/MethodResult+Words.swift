extension MethodResult.Name {
    /// The name of the method for people.
    public var words: Wording {
        switch self {
        case .stepwise: Wording("por pasos", "stepwise")
        case .bic: Wording("mejor modelo (BIC)", "best model (BIC)")
        case .decomposable: Wording("promedio de grafos", "average of graphs")
        case .latentClass: Wording("clases latentes", "latent classes")
        case .chao: Wording("cota de Chao", "Chao's bound")
        case .chaoCorrected: Wording("cota de Chao corregida", "Chao's bound, corrected")
        case .zelterman: Wording("Zelterman", "Zelterman")
        case .truncatedPoisson: Wording("Poisson truncada", "truncated Poisson")
        }
    }
}
