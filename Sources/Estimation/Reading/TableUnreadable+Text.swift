extension TableUnreadable {
    /// Says where reading stopped, why, and what to do.
    ///
    /// - Parameter language: The language wanted.
    /// - Returns: Three sentences at most.
    public func text(in language: EstimationLanguage) -> String {
        let text = reason.text(in: language)
        guard let line else { return text.prefix(1).uppercased() + text.dropFirst() }
        guard let column else { return language.pick("Line \(line): ", "Línea \(line): ") + text }
        return language.pick(
            "Line \(line), column “\(column)”: ",
            "Línea \(line), columna «\(column)»: "
        )
            + text
    }
}

extension TableUnreadable: CustomStringConvertible {
    /// The explanation in English.
    public var description: String { text(in: .english) }
}

extension TableUnreadable.Reason {
    fileprivate func text(in language: EstimationLanguage) -> String {
        fileText(in: language) ?? headText(in: language) ?? fieldText(in: language)
            ?? peopleText(in: language)
    }

    private func fileText(in language: EstimationLanguage) -> String? {
        switch self {
        case .empty:
            language.pick("the file has no text.", "el archivo no tiene texto.")
        case .tooLong:
            language.pick(
                "the file is longer than \(TableReader.byteLimit >> 20) MiB, the most that is read."
                    + " Give one line for each set of lists, with a count.",
                "el archivo pasa de \(TableReader.byteLimit >> 20) MiB, lo máximo que se lee."
                    + " Dé una línea por cada combinación de listas, con su cuenta."
            )
        case .notUTF8:
            language.pick(
                "the text is not UTF-8. In a spreadsheet, save it as “CSV UTF-8”.",
                "el texto no es UTF-8. En la hoja de cálculo, guárdelo como «CSV UTF-8»."
            )
        case .openQuote:
            language.pick(
                "a quotation mark opens here and is never closed.",
                "aquí se abre una comilla que nunca se cierra."
            )
        case .textAfterQuote:
            language.pick(
                "there is text after a closing quotation mark. Write a quotation mark inside a field"
                    + " twice.",
                "hay texto después de una comilla de cierre. Escriba dos veces la comilla que va"
                    + " dentro de un campo."
            )
        default: nil
        }
    }

    private func headText(in language: EstimationLanguage) -> String? {
        switch self {
        case .noHeader:
            language.pick(
                "the first line has only numbers. It must name the columns.",
                "la primera línea solo tiene números. Debe nombrar las columnas."
            )
        case .tooManyColumns(let found):
            language.pick(
                "there are \(found) columns or more; at most \(TableHead.columnLimit) are read. Take out"
                    + " those that are no list and say nothing of people.",
                "hay \(found) columnas o más; se leen \(TableHead.columnLimit) como máximo. Quite las que"
                    + " no son listas ni dicen nada de las personas."
            )
        case .missingName(let column):
            language.pick(
                "column \(column) has no name.",
                "la columna \(column) no tiene nombre."
            )
        case .badName(let column):
            language.pick(
                "the name of column \(column) has more than 60 characters, or some that cannot be shown.",
                "el nombre de la columna \(column) pasa de 60 caracteres o tiene alguno que no se puede"
                    + " mostrar."
            )
        case .repeatedName:
            language.pick(
                "two columns have this name. Each list needs its own.",
                "dos columnas llevan este nombre. Cada lista necesita el suyo."
            )
        case .noCountColumn:
            language.pick(
                "this is a number of people, but no column is called “count”. Call it so; or give one"
                    + " line for each person, with 0 or 1 for each list.",
                "esto es un número de personas, pero ninguna columna se llama «count». Llámela así; o dé"
                    + " una línea por persona, con 0 o 1 en cada lista."
            )
        case .tooFewLists:
            language.pick(
                "there are fewer than two lists. Give a column for each list, separated by commas,"
                    + " semicolons or tabs.",
                "hay menos de dos listas. Dé una columna por lista, separadas por comas, puntos y comas"
                    + " o tabulaciones."
            )
        case .tooManyLists(let found):
            language.pick(
                "there are \(found) lists; at most \(CaptureTable.maximumListCount) are read. Join some.",
                "hay \(found) listas; se leen \(CaptureTable.maximumListCount) como máximo. Una algunas."
            )
        case .noTimesColumn:
            language.pick(
                "no column is called “times”, which says how often each person was seen.",
                "ninguna columna se llama «veces», la que dice cuántas veces fue vista cada persona."
            )
        default: nil
        }
    }

    private func fieldText(in language: EstimationLanguage) -> String? {
        switch self {
        case .wrongNumberOfFields(let expected, let found):
            language.pick(
                "there are \(found) fields where the first line has \(expected).",
                "hay \(found) campos y la primera línea tiene \(expected)."
            )
        case .notZeroOrOne:
            language.pick(
                "this must be 1 for people on the list and 0 for those who are not.",
                "esto debe ser 1 para quienes están en la lista y 0 para quienes no."
            )
        case .notANumber:
            language.pick(
                "a whole number is missing here. Write it in digits alone.",
                "aquí falta un número entero. Escríbalo solo con cifras."
            )
        case .negative:
            language.pick(
                "this number is below 0. People are counted from 0 up.",
                "este número es menor que 0. Las personas se cuentan desde 0."
            )
        case .fractional:
            language.pick(
                "this number has a point or a comma. People are whole: write digits alone, without"
                    + " separating thousands.",
                "este número tiene punto o coma. Las personas son enteras: escriba solo cifras, sin"
                    + " separar los miles."
            )
        case .tooLarge:
            language.pick(
                "this number, or the sum up to here, is too large to be people.",
                "este número, o la suma hasta aquí, es demasiado grande para ser de personas."
            )
        case .tooManyTimes:
            language.pick(
                "nobody is seen more than \(FigureText.count(Double(RepeatedReader.mostTimes))) times.",
                "nadie es visto más de \(FigureText.count(Double(RepeatedReader.mostTimes))) veces."
            )
        case .badValue:
            language.pick(
                "this has more than 60 characters, or some that cannot be shown.",
                "esto pasa de 60 caracteres o tiene alguno que no se puede mostrar."
            )
        case .tooManyLevels:
            language.pick(
                "this column has more than \(RepeatedReader.mostLevels) different values. Group them,"
                    + " such as ages by tens, or take the column out.",
                "esta columna tiene más de \(RepeatedReader.mostLevels) valores distintos. Agrúpelos,"
                    + " como edades por decenas, o quite la columna."
            )
        default: nil
        }
    }

    private func peopleText(in language: EstimationLanguage) -> String {
        switch self {
        case .rowOfZeros:
            language.pick(
                "these people are on no list. Who was never seen cannot be counted: take the line out.",
                "estas personas no están en ninguna lista. A quien nunca fue visto no se le puede contar:"
                    + " quite la línea."
            )
        case .repeatedRow(let line):
            language.pick(
                "line \(line) is about the same people. Add the two counts in one line.",
                "la línea \(line) trata de las mismas personas. Sume las dos cuentas en una línea."
            )
        case .onePerson:
            language.pick(
                "there is one person in the table. One person tells nothing of how many there are.",
                "hay una sola persona en la tabla. Una persona no dice nada de cuántas hay."
            )
        case .noOverlap:
            language.pick(
                "up to here, where the table ends, nobody is on two lists. Without people on two lists"
                    + " nothing tells how many are on none.",
                "hasta aquí, donde acaba la tabla, nadie está en dos listas. Sin personas en dos listas"
                    + " nada indica cuántas no están en ninguna."
            )
        case .nobodySeenTwice:
            language.pick(
                "up to here, where the table ends, nobody was seen twice. Nothing tells how many were"
                    + " never seen.",
                "hasta aquí, donde acaba la tabla, nadie fue visto dos veces. Nada indica cuántas"
                    + " personas nunca fueron vistas."
            )
        default:
            language.pick("there is nobody in the table.", "no hay nadie en la tabla.")
        }
    }
}
