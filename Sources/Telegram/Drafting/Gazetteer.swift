/// Places of the region by the names that reports in English and Spanish give them.
enum Gazetteer {
    static let names = Set(countries + mexico + guatemala + cities)

    private static let countries = [
        "Belize", "Brazil", "Canada", "China", "Colombia", "Costa Rica", "Cuba",
        "Dominican Republic",
        "Ecuador", "El Salvador", "Guatemala", "Haiti", "Honduras", "Mexico", "México", "Nicaragua",
        "Panama", "Panamá", "Peru", "Perú", "Spain", "United States", "Venezuela",
    ]

    private static let mexico = [
        "Aguascalientes", "Baja California", "Baja California Sur", "Campeche", "Chiapas",
        "Chihuahua", "Coahuila", "Colima", "Durango", "Guanajuato", "Guerrero", "Hidalgo",
        "Jalisco",
        "Michoacan", "Michoacán", "Morelos", "Nayarit", "Nuevo Leon", "Nuevo León", "Oaxaca",
        "Puebla", "Queretaro", "Querétaro", "Quintana Roo", "San Luis Potosi", "San Luis Potosí",
        "Sinaloa", "Sonora", "Tabasco", "Tamaulipas", "Tlaxcala", "Veracruz", "Yucatan", "Yucatán",
        "Zacatecas",
    ]

    private static let guatemala = [
        "Alta Verapaz", "Baja Verapaz", "Chimaltenango", "Chiquimula", "Escuintla", "Huehuetenango",
        "Izabal", "Jalapa", "Jutiapa", "Peten", "Petén", "Quetzaltenango", "Quiche", "Quiché",
        "Retalhuleu", "Sacatepequez", "Sacatepéquez", "San Marcos", "Santa Rosa", "Solola",
        "Sololá",
        "Suchitepequez", "Suchitepéquez", "Totonicapan", "Totonicapán", "Zacapa",
    ]

    private static let cities = [
        "Acapulco", "Arriaga", "Cancun", "Cancún", "Ciudad Hidalgo", "Ciudad Juarez",
        "Ciudad Juárez", "Comitan", "Comitán", "Frontera Comalapa", "Guadalajara", "Guatemala City",
        "Hermosillo", "Huixtla", "Matamoros", "Merida", "Mérida", "Mexico City", "Monterrey",
        "Nogales", "Nuevo Laredo", "Palenque", "Reynosa", "Rio Suchiate", "San Cristobal",
        "San Salvador", "Suchiate", "Tapachula", "Tecun Uman", "Tecún Umán", "Tegucigalpa",
        "Tenosique", "Tijuana", "Tuxtla Gutierrez", "Tuxtla Gutiérrez", "Washington",
    ]
}
