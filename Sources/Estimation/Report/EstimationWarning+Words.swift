extension EstimationWarning {
    /// The reason in whole sentences.
    public var words: Wording {
        switch self {
        case .populationUndeclared:
            Wording(
                "Nadie ha declarado que todo sea de la misma población y el mismo periodo. Si no lo es, "
                    + "el número no significa nada.",
                "Nobody has declared that everything is of the same population and window. If it is "
                    + "not, the number means nothing."
            )
        case .referralsUndeclared:
            Wording(
                "Nadie ha declarado si alguna lista se formó con personas referidas por otra. Eso "
                    + "bajaría el número de forma engañosa.",
                "Nobody has declared whether a list was made of people referred from another. That "
                    + "would make the number misleadingly low."
            )
        case .nestedList(let list, let other, let shared, let of):
            Wording(
                "De las \(of) personas de \(list), \(shared) también están en \(other): puede que una "
                    + "lista alimente a la otra.",
                "Of the \(of) people on \(list), \(shared) are on \(other) as well: one list may feed "
                    + "the other."
            )
        case .modelsDisagree(_, let low, let high):
            compared(
                low,
                high,
                "Los modelos que los datos no descartan con claridad dan",
                "The models that the data do not clearly rule out give"
            )
        case .listDecides(let low, let high):
            compared(
                low,
                high,
                "El resultado depende de una lista: sin una u otra se obtiene",
                "The result hangs on one list: without one or another it is"
            )
        case .listNeeded(let lists):
            Wording(
                "Sin \(lists.joined(separator: ", ")) no hay estimación: todo depende de esa lista.",
                "Without \(lists.joined(separator: ", ")) there is no estimate: all hangs on that list."
            )
        case .methodsDisagree(let low, let high):
            compared(low, high, "Los métodos no coinciden: dan", "The methods disagree: they give")
        case .linksDecide(let low, let high):
            compared(
                low,
                high,
                "Si uno de cada diez enlaces fuera erróneo o faltara, se obtendría",
                "Were one link in ten wrong or missed, the result would be"
            )
        case .boundAboveMethods(let bound, let low):
            Wording(
                "La cota de Chao es de \(RoundedPeople.about(bound)) o más, y un método estima cerca de "
                    + "\(RoundedPeople.about(low)): hay listas que se evitan entre sí, y aquí la cota no "
                    + "vale.",
                "Chao's bound is \(RoundedPeople.about(bound)) or more, and a method estimates about "
                    + "\(RoundedPeople.about(low)): some lists avoid each other, and the bound does not "
                    + "hold here."
            )
        case .linksNeeded:
            Wording(
                "Si uno de cada diez enlaces fuera erróneo o faltara, no habría estimación.",
                "Were one link in ten wrong or missed, there would be no estimate."
            )
        case .severalPeaks(let peaks):
            Wording(
                "Según el promedio de grafos hay varios números casi igual de probables, cerca de "
                    + "\(Self.list(peaks, "y")).",
                "By the average of graphs several numbers are nearly as probable, near "
                    + "\(Self.list(peaks, "and"))."
            )
        case .inconsistentList(let list, let known, let estimate):
            Wording(
                "En \(list) hay \(FigureText.count(Double(known))) personas, y las demás listas "
                    + "estimarían \(FigureText.count(estimate)): el método falla donde se le puede "
                    + "comprobar.",
                "There are \(FigureText.count(Double(known))) people on \(list), and the other lists "
                    + "would estimate \(FigureText.count(estimate)): the method fails where it can "
                    + "be checked."
            )
        case .fewSeen(let share):
            Wording(
                "Solo se ha visto a cerca del \(FigureText.share(share)) de las personas; casi todo el "
                    + "número es extrapolación.",
                "Only about \(FigureText.share(share)) of the people have been seen; nearly all of the "
                    + "number is extrapolation."
            )
        case .oneList:
            Wording(
                "Hay una sola lista: se puede decir «al menos», y nada más.",
                "There is one list only: it can be said “at least”, and no more."
            )
        case .biasedSelection(let method, let z0):
            Wording(
                "«\(method.words.es)»: al repetir la selección, el resultado se desvía hacia un lado "
                    + "(z₀ = \(Self.decimal(z0))).",
                "“\(method.words.en)”: when the selection is repeated the result moves to one side "
                    + "(z₀ = \(Self.decimal(z0)))."
            )
        case .skewedResamples(let method, let ratio):
            Wording(
                "«\(method.words.es)»: dos formas de calcular el intervalo difieren por arriba "
                    + "\(Self.decimal(ratio)) veces; se publica la más amplia.",
                "“\(method.words.en)”: two ways to compute the interval differ at the upper end by a "
                    + "factor of \(Self.decimal(ratio)); the wider is published."
            )
        case .chainsApart(let rHat):
            Wording(
                "Las clases latentes no llegan a un acuerdo entre cadenas "
                    + "(R̂ = \(Self.decimal(rHat))): su número no se debe usar.",
                "The chains of latent classes do not agree (R̂ = \(Self.decimal(rHat))): their number "
                    + "must not be used."
            )
        case .failedResamples(let method, let share):
            Wording(
                "«\(method.words.es)»: el \(FigureText.share(share)) de las repeticiones no tiene "
                    + "estimación.",
                "“\(method.words.en)”: \(FigureText.share(share)) of the resamples have no estimate."
            )
        case .poorFit(let method, let probability):
            Wording(
                "«\(method.words.es)»: el modelo elegido parece no ajustarse a los datos "
                    + "(p \(FigureText.probability(probability))).",
                "“\(method.words.en)”: the chosen model seems not to fit the data "
                    + "(p \(FigureText.probability(probability)))."
            )
        case .methodLeftOut(let method):
            Wording(
                "No se pidió «\(method.words.es)»: no se sabe si coincidiría con los demás métodos.",
                "“\(method.words.en)” was not asked for: whether it would agree with the other methods "
                    + "is not known."
            )
        case .methodInapplicable(let method):
            Wording(
                "«\(method.words.es)» no admite tantas listas o personas: no hay con qué comparar los "
                    + "demás métodos.",
                "“\(method.words.en)” does not work with so many lists or people: the other methods "
                    + "cannot be compared with it."
            )
        case .noInterval(let method):
            Wording(
                "«\(method.words.es)» no tiene intervalo: lo que el azar le permite no se sabe ni se "
                    + "ha contado.",
                "“\(method.words.en)” has no interval: what chance allows it is not known and not "
                    + "counted in."
            )
        case .oneInterval(let method):
            Wording(
                "«\(method.words.es)»: de los dos intervalos solo se pudo calcular uno; el otro podría "
                    + "llegar más lejos.",
                "“\(method.words.en)”: of the two intervals only one could be made; the other might "
                    + "reach further."
            )
        case .noUpperEnd(let method):
            Wording(
                "Para «\(method.words.es)» los datos no ponen un máximo.",
                "For “\(method.words.en)” the data set no upper end."
            )
        case .dependenceLeftOut:
            Wording(
                "Por BIC solo se usó el modelo de listas independientes: se pidió no considerar "
                    + "dependencias.",
                "By BIC only the model of independent lists was used: dependences were not to be "
                    + "considered."
            )
        case .priorDecides(let share):
            Wording(
                "Las clases latentes topan con el máximo permitido en el \(FigureText.share(share)) de las "
                    + "muestras: su extremo superior lo decide el supuesto, no los datos.",
                "Latent classes meet the most that is allowed in \(FigureText.share(share)) of the draws: "
                    + "their upper end is set by the prior and not by the data."
            )
        }
    }

    /// A sentence that ends in the two ends of a range.
    private func compared(_ low: Double, _ high: Double, _ es: String, _ en: String) -> Wording {
        let range = Interval(low: low, high: high)
        return Wording("\(es) \(range.words.es).", "\(en) \(range.words.en).")
    }

    private static func list(_ values: [Double], _ and: String) -> String {
        let words = values.map(RoundedPeople.about)
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " \(and) " + last
    }

    private static func decimal(_ value: Double) -> String { FigureText.decimal(value, places: 2) }
}
