import TestSupport

/// Towns of each origin, the larger ones first, each with the other words people use for it.
struct Place: Sendable {
    /// The town.
    let town: String
    /// The district or state.
    let region: String

    /// Draws a town.
    static func draw(_ origin: Origin, _ random: inout SplitMix64) -> Place {
        let list = lists[origin] ?? []
        // Half the people come from the first quarter of the towns.
        let share = random.unit()
        return list[min(Int(share * share * Double(list.count)), list.count - 1)]
    }

    private static let lists: [Origin: [Place]] = {
        var lists: [Origin: [Place]] = [:]
        for (origin, text) in texts {
            lists[origin] = text.split { $0 == "|" || $0.isNewline }.map {
                let parts = $0.split(separator: ",").map(String.init)
                return Place(town: parts[0], region: parts[1])
            }
        }
        return lists
    }()

    private static let texts: [Origin: String] = [
        .mexico: """
        Tapachula,Chiapas|Ciudad de México,Distrito Federal|Puebla,Puebla|Oaxaca de Juárez,Oaxaca
        Acapulco,Guerrero|Xalapa,Veracruz|Tuxtla Gutiérrez,Chiapas|Ecatepec,Estado de México
        Nezahualcóyotl,Estado de México|Chilpancingo,Guerrero|Tlapa de Comonfort,Guerrero|Morelia,Michoacán
        Uruapan,Michoacán|León,Guanajuato|Zacatecas,Zacatecas|Tenancingo,Tlaxcala|San Cristóbal de las Casas,Chiapas
        Comitán,Chiapas|Juchitán,Oaxaca|Huajuapan,Oaxaca|Coatzacoalcos,Veracruz|Villahermosa,Tabasco|Tenosique,Tabasco
        Reynosa,Tamaulipas|Tijuana,Baja California|Ciudad Juárez,Chihuahua|Culiacán,Sinaloa|Guadalajara,Jalisco
        """,
        .guatemala: """
        Ciudad de Guatemala,Guatemala|Mixco,Guatemala|Villa Nueva,Guatemala|Escuintla,Escuintla|Jutiapa,Jutiapa
        Malacatán,San Marcos|Ayutla,San Marcos|Coatepeque,Quetzaltenango|Chiquimula,Chiquimula|Zacapa,Zacapa
        Puerto Barrios,Izabal|Morales,Izabal|Jalapa,Jalapa|Mazatenango,Suchitepéquez|Retalhuleu,Retalhuleu
        """,
        .guatemalaMaya: """
        Huehuetenango,Huehuetenango|Cobán,Alta Verapaz|Nebaj,Quiché|Joyabaj,Quiché|Chichicastenango,Quiché
        Santa Cruz del Quiché,Quiché|San Pedro Carchá,Alta Verapaz|Totonicapán,Totonicapán|Sololá,Sololá
        San Juan Ixcoy,Huehuetenango|Todos Santos Cuchumatán,Huehuetenango|Santa Eulalia,Huehuetenango
        San Mateo Ixtatán,Huehuetenango|Barillas,Huehuetenango|Comitancillo,San Marcos|Concepción Tutuapa,San Marcos
        Rabinal,Baja Verapaz|Panzós,Alta Verapaz|El Estor,Izabal|Santiago Atitlán,Sololá|Patzún,Chimaltenango
        """,
        .honduras: """
        Tegucigalpa,Francisco Morazán|San Pedro Sula,Cortés|Choloma,Cortés|La Ceiba,Atlántida|El Progreso,Yoro
        Comayagua,Comayagua|Choluteca,Choluteca|Danlí,El Paraíso|Juticalpa,Olancho|Catacamas,Olancho|Villanueva,Cortés
        Santa Rosa de Copán,Copán|Tela,Atlántida|Tocoa,Colón|Olanchito,Yoro|Siguatepeque,Comayagua|Gracias,Lempira
        La Esperanza,Intibucá|Puerto Cortés,Cortés|Trujillo,Colón|Yoro,Yoro|La Paz,La Paz|Nacaome,Valle
        """,
        .elSalvador: """
        San Salvador,San Salvador|Soyapango,San Salvador|Santa Ana,Santa Ana|San Miguel,San Miguel|Mejicanos,San Salvador
        Apopa,San Salvador|Usulután,Usulután|Sonsonate,Sonsonate|Ahuachapán,Ahuachapán|Chalatenango,Chalatenango
        Cojutepeque,Cuscatlán|La Unión,La Unión|Zacatecoluca,La Paz|San Vicente,San Vicente|Sensuntepeque,Cabañas
        San Francisco Gotera,Morazán|Metapán,Santa Ana|Izalco,Sonsonate|Jiquilisco,Usulután
        """,
        .haiti: """
        Port-au-Prince,Ouest|Carrefour,Ouest|Delmas,Ouest|Cap-Haïtien,Nord|Gonaïves,Artibonite|Les Cayes,Sud
        Saint-Marc,Artibonite|Jacmel,Sud-Est|Port-de-Paix,Nord-Ouest|Jérémie,Grand'Anse|Hinche,Centre|Léogâne,Ouest
        Petit-Goâve,Ouest|Fort-Liberté,Nord-Est|Ouanaminthe,Nord-Est|Mirebalais,Centre|Croix-des-Bouquets,Ouest
        """,
        .cuba: """
        La Habana,La Habana|Santiago de Cuba,Santiago de Cuba|Camagüey,Camagüey|Holguín,Holguín|Santa Clara,Villa Clara
        Guantánamo,Guantánamo|Bayamo,Granma|Las Tunas,Las Tunas|Cienfuegos,Cienfuegos|Pinar del Río,Pinar del Río
        Matanzas,Matanzas|Ciego de Ávila,Ciego de Ávila|Sancti Spíritus,Sancti Spíritus|Manzanillo,Granma|Cárdenas,Matanzas
        """,
        .dominicanRepublic: """
        Santo Domingo,Distrito Nacional|Santiago de los Caballeros,Santiago|La Romana,La Romana|San Cristóbal,San Cristóbal
        San Pedro de Macorís,San Pedro de Macorís|La Vega,La Vega|Puerto Plata,Puerto Plata|Higüey,La Altagracia
        San Francisco de Macorís,Duarte|Barahona,Barahona|Baní,Peravia|Azua,Azua|Bonao,Monseñor Nouel|Moca,Espaillat
        """,
        .china: """
        Fuzhou,Fujian|Fuqing,Fujian|Changle,Fujian|Guangzhou,Guangdong|Taishan,Guangdong|Wenzhou,Zhejiang
        Shenyang,Liaoning|Qingtian,Zhejiang|Xiamen,Fujian|Enping,Guangdong|Harbin,Heilongjiang|Zhengzhou,Henan
        """,
        .india: """
        Jalandhar,Punjab|Amritsar,Punjab|Ludhiana,Punjab|Karnal,Haryana|Kaithal,Haryana|Ahmedabad,Gujarat|Mehsana,Gujarat
        Kapurthala,Punjab|Hoshiarpur,Punjab|Kurukshetra,Haryana|Delhi,Delhi|Surat,Gujarat|Patiala,Punjab
        """,
        .bangladesh: """
        Dhaka,Dhaka|Sylhet,Sylhet|Noakhali,Chittagong|Comilla,Chittagong|Chittagong,Chittagong|Madaripur,Dhaka
        Faridpur,Dhaka|Sunamganj,Sylhet|Feni,Chittagong|Jessore,Khulna|Kishoreganj,Dhaka|Narsingdi,Dhaka
        """,
        .nepal: """
        Kathmandu,Bagmati|Pokhara,Gandaki|Butwal,Lumbini|Nuwakot,Bagmati|Sindhupalchok,Bagmati|Rolpa,Lumbini
        Dang,Lumbini|Chitwan,Bagmati|Jhapa,Koshi|Morang,Koshi|Baglung,Gandaki|Kailali,Sudurpashchim
        """,
        .pakistan: """
        Gujrat,Punjab|Gujranwala,Punjab|Sialkot,Punjab|Lahore,Punjab|Mandi Bahauddin,Punjab|Faisalabad,Punjab
        Peshawar,Khyber Pakhtunkhwa|Karachi,Sindh|Rawalpindi,Punjab|Jhelum,Punjab|Parachinar,Kurram|Quetta,Balochistan
        """,
    ]
}
