/// How common names and nationalities are where no table can tell.
///
/// In round numbers of a thousand people in shelters and at borders from Mexico to Panama, with those
/// who pass there; what is not listed counts as rare. Two people called María Hernández are less
/// likely one than two called Xochitl Tzoc, and that is all these numbers are for.
enum CommonNames {
    /// People of a thousand who bear the given name, alone or among others.
    static let given: [(name: String, share: Int)] = [
        ("maria", 70), ("jose", 55), ("juan", 35), ("luis", 25), ("ana", 22), ("guadalupe", 20),
        ("jesus", 20), ("carlos", 20), ("miguel", 16), ("antonio", 16), ("francisco", 14),
        ("rosa", 14), ("jorge", 12), ("manuel", 12), ("angel", 12), ("pedro", 12), ("carmen", 11),
        ("alejandro", 11), ("daniel", 10), ("david", 10), ("fernando", 9), ("elena", 9),
        ("martha", 9), ("roberto", 8), ("juana", 8), ("margarita", 8), ("alejandra", 8),
        ("gabriela", 8), ("marta", 8), ("claudia", 8), ("sandra", 8), ("patricia", 8),
        ("elizabeth", 8), ("gloria", 7), ("karla", 7), ("ricardo", 7), ("eduardo", 7), ("oscar", 7),
        ("mario", 7), ("javier", 7), ("victor", 7), ("rafael", 7), ("ramon", 6), ("julio", 6),
        ("cesar", 6), ("silvia", 6), ("leticia", 6), ("veronica", 6), ("diana", 6), ("andrea", 6),
        ("sofia", 6), ("fatima", 6), ("lucia", 6), ("teresa", 6), ("josefina", 5), ("blanca", 5),
        ("jean", 8), ("marie", 6), ("mohammed", 6), ("li", 3), ("wei", 3), ("singh", 3),
        ("kaur", 3),
    ]

    /// People of a thousand who bear the surname, first or second.
    static let surnames: [(name: String, share: Int)] = [
        ("hernandez", 70), ("garcia", 55), ("martinez", 52), ("lopez", 52), ("gonzalez", 45),
        ("perez", 40), ("rodriguez", 38), ("sanchez", 35), ("ramirez", 33), ("cruz", 28),
        ("flores", 26), ("gomez", 26), ("morales", 22), ("reyes", 20), ("vasquez", 18),
        ("jimenez", 18), ("torres", 18), ("diaz", 18), ("gutierrez", 17), ("ruiz", 15),
        ("mendoza", 15), ("aguilar", 15), ("ortiz", 14), ("moreno", 14), ("castillo", 14),
        ("romero", 14), ("alvarez", 13), ("mendez", 13), ("chavez", 12), ("rivera", 14),
        ("juarez", 12), ("ramos", 12), ("dominguez", 10), ("herrera", 11), ("medina", 10),
        ("castro", 10), ("vargas", 10), ("mejia", 10), ("guzman", 10), ("velasquez", 9),
        ("rojas", 8), ("contreras", 8), ("salazar", 8), ("luna", 8), ("ortega", 8), ("santos", 9),
        ("estrada", 8), ("guerrero", 8), ("bautista", 7), ("fernandez", 9), ("orellana", 5),
        ("jean", 6), ("pierre", 6), ("joseph", 5), ("wang", 4), ("chen", 4), ("zhang", 4),
        ("singh", 6), ("kumar", 4), ("khan", 4), ("begum", 3), ("silva", 5),
    ]

    /// People of a thousand of the nationality.
    static let nationalities: [(name: String, share: Int)] = [
        ("mex", 200), ("mexico", 200), ("hnd", 60), ("honduras", 60), ("gtm", 60),
        ("guatemala", 60), ("slv", 40), ("el salvador", 40), ("hti", 25), ("haiti", 25),
        ("ven", 25), ("venezuela", 25), ("col", 20), ("colombia", 20), ("cub", 15), ("cuba", 15),
        ("nic", 15), ("nicaragua", 15), ("ecu", 10), ("ecuador", 10), ("chn", 8), ("china", 8),
        ("ind", 6), ("india", 6), ("bgd", 4), ("bangladesh", 4),
    ]

    /// A thousand people of whom each name is borne by as many as listed, with nothing else known.
    static let thousand: [PersonFields] = {
        var people = [PersonFields](repeating: PersonFields(), count: 1_000)
        deal(given) { people[$0].givenNames += " " + $1 }
        deal(surnames) { people[$0].surnames += " " + $1 }
        deal(nationalities) { people[$0].nationality = $1 }
        return people
    }()

    /// Gives each name to the next ones of the thousand, in a circle.
    private static func deal(
        _ names: [(name: String, share: Int)],
        to give: (Int, String) -> Void
    ) {
        var next = 0
        for (name, share) in names {
            for _ in 0..<share {
                give(next % 1_000, name)
                next += 1
            }
        }
    }
}
