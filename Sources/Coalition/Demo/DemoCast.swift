package import Casework

/// The invented people of the demonstration.
///
/// None of them exists.
package enum DemoCast {
    /// A member of a demonstration agency, and how to sign in as them.
    package struct Player: Sendable {
        package let name: String
        package let signIn: String
        package let roles: Set<Role>

        var asNewMember: NewMember {
            NewMember(name: name, signIn: signIn, password: DemoCast.password, roles: roles)
        }
    }

    /// An agency of the demonstration; its first player coordinates it.
    package struct Company: Sendable {
        package let name: String
        package let kind: AgencyKind
        package let players: [Player]
    }

    /// A person met at the border.
    struct Person: Sendable {
        let givenNames: String
        let familyNames: String
        let otherNames: String
        let birthDate: String

        var fullName: String { "\(givenNames) \(familyNames)" }

        /// What the person says at the border of who they are.
        var recognition: [NoteField: String] {
            [.givenNames: givenNames, .familyNames: familyNames, .birthDate: birthDate]
        }
    }

    /// The password of every player.
    ///
    /// It is printed on the screen: the people are not real.
    package static let password = "demo-puente-2006"

    package static let companies = [
        Company(
            name: "Migración, Tapachula",
            kind: .immigration,
            players: [
                Player(
                    name: "Genoveva Trasluz Almenara",
                    signIn: "coordinadora.migracion",
                    roles: [.coordinator]
                ),
                Player(
                    name: "Teodoro Valdemira Cenzontle",
                    signIn: "oficial.tapachula",
                    roles: [.officer]
                ),
                Player(
                    name: "Hermelinda Cometario Zacualpa",
                    signIn: "analista.tapachula",
                    roles: [.analyst]
                ),
            ]
        ),
        Company(
            name: "Albergue Casa del Puente",
            kind: .shelter,
            players: [
                Player(
                    name: "Ofelia Brumaria Sotavento",
                    signIn: "coordinadora.albergue",
                    roles: [.coordinator]
                ),
                Player(
                    name: "Nicandra Lucernario Peñaflor",
                    signIn: "trabajo.social",
                    roles: [.caseworker]
                ),
            ]
        ),
        Company(
            name: "Servicios sociales del Soconusco",
            kind: .socialServices,
            players: [
                Player(
                    name: "Evelio Marismeño Tordo",
                    signIn: "servicios.sociales",
                    roles: [.coordinator, .caseworker]
                )
            ]
        ),
        Company(
            name: "Secretaría técnica de la coalición",
            kind: .secretariat,
            players: [
                Player(
                    name: "Casilda Meridiano Ocote",
                    signIn: "analista",
                    roles: [.coordinator, .analyst]
                )
            ]
        ),
        Company(
            name: "Comisión de derechos humanos",
            kind: .commission,
            players: [
                Player(
                    name: "Leandro Horizonte Quimbombó",
                    signIn: "comision",
                    roles: [.coordinator]
                ),
                Player(
                    name: "Amaranta Sinsonte Yagual",
                    signIn: "observadora",
                    roles: [.observer]
                ),
            ]
        ),
    ]

    static let people = [
        Person(
            givenNames: "Maribel Azucena",
            familyNames: "Nubelinda Ocaranzo",
            otherNames: "Zusilinda",
            birthDate: "2003-04"
        ),
        Person(
            givenNames: "Wilmer Josué",
            familyNames: "Pedregalito Umbral",
            otherNames: "Wili Umbral",
            birthDate: "1998"
        ),
        Person(
            givenNames: "Xiaolan",
            familyNames: "Feiyunjing",
            otherNames: "飞云静小兰",
            birthDate: "1985-11-02"
        ),
        Person(
            givenNames: "Roselène",
            familyNames: "Clairdelunois",
            otherNames: "Tiwozelin",
            birthDate: "2010"
        ),
    ]

    /// One invented woman as three officers wrote her down.
    static let sameWoman = [
        Person(
            givenNames: "Yesenia Celestina",
            familyNames: "Lunaverde Tecolotito",
            otherNames: "Lunaverdita",
            birthDate: "2001-05-14"
        ),
        Person(
            givenNames: "Jessenia Celestina",
            familyNames: "Lunaberde Tecolotito",
            otherNames: "Lunaverdita",
            birthDate: "2001-05-14"
        ),
        Person(
            givenNames: "Yessenia",
            familyNames: "Lunaverde Tecolotito",
            otherNames: "Lunaverdita",
            birthDate: "14/05/2001"
        ),
    ]

    /// Every invented name, for the search of what lies at rest: whole names, and the parts that stand
    /// alone in a dossier.
    package static var names: [String] {
        let met = (people + sameWoman).flatMap {
            [$0.fullName, $0.givenNames, $0.familyNames, $0.otherNames]
        }
        return met + companies.flatMap(\.players).map(\.name)
    }
}
