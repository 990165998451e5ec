/// Where an invented person comes from, which decides how the person is named; also the group by which
/// recall is told.
package enum Origin: String, CaseIterable, Sendable {
    case mexico
    case guatemalaMaya = "guatemala_maya"
    case guatemala
    case honduras
    case elSalvador = "el_salvador"
    case haiti
    case cuba
    case dominicanRepublic = "dominican_republic"
    case china
    case india
    case bangladesh
    case nepal
    case pakistan

    /// The origins whose people have a father's and a mother's surname.
    package static let spanish: [Origin] = [
        .mexico, .guatemala, .honduras, .elSalvador, .cuba, .dominicanRepublic,
    ]

    /// ISO 3166-1, three letters.
    package var nationality: String {
        switch self {
        case .mexico: "MEX"
        case .guatemalaMaya, .guatemala: "GTM"
        case .honduras: "HND"
        case .elSalvador: "SLV"
        case .haiti: "HTI"
        case .cuba: "CUB"
        case .dominicanRepublic: "DOM"
        case .china: "CHN"
        case .india: "IND"
        case .bangladesh: "BGD"
        case .nepal: "NPL"
        case .pakistan: "PAK"
        }
    }

    /// What a number of a telephone looks like: `#` stands for a digit.
    var phonePattern: String {
        switch self {
        case .mexico: "+52 ## #### ####"
        case .guatemalaMaya, .guatemala: "+502 #### ####"
        case .honduras: "+504 #### ####"
        case .elSalvador: "+503 7### ####"
        case .haiti: "+509 3### ####"
        case .cuba: "+53 5### ####"
        case .dominicanRepublic: "+1 809 ### ####"
        case .china: "+86 13# #### ####"
        case .india: "+91 9#### #####"
        case .bangladesh: "+880 17## ######"
        case .nepal: "+977 98## ######"
        case .pakistan: "+92 3## #######"
        }
    }

    /// What the number of the document most carry looks like: `#` a digit, `@` a letter.
    var documentPattern: String {
        switch self {
        case .mexico: "@@@@######@@@@@@##"
        case .guatemalaMaya, .guatemala: "#### ##### ####"
        case .honduras: "####-####-#####"
        case .elSalvador: "########-#"
        case .haiti: "##-##-##-####-##-#####"
        case .cuba: "@######"
        case .dominicanRepublic: "###-#######-#"
        case .china: "E########"
        case .india: "@#######"
        case .bangladesh: "@@#######"
        case .nepal: "########"
        case .pakistan: "@@#######"
        }
    }
}
