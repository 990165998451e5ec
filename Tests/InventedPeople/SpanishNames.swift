/// Given names and surnames of Mexico, Central America, Cuba and the Dominican Republic.
enum SpanishNames {
    static let women = SkewedList(
        """
        María Guadalupe Ana Juana Margarita Rosa Carmen Alejandra Gabriela Verónica Leticia Patricia
        Elizabeth Claudia Sandra Laura Adriana Karla Daniela Fernanda Andrea Karen Jennifer Brenda
        Diana Marisol Mónica Silvia Martha Yolanda Norma Alicia Teresa Josefina Araceli Gloria Blanca
        Irma Maribel Lorena Rocío Beatriz Lucía Elena Sofía Valeria Ximena Camila Paola Jessica Wendy
        Yesenia Xiomara Reina Suyapa Keyla Yadira Mirna Glenda Ingrid Heidy Evelyn Katherine Ashley
        Marleny Delmy Roxana Sonia Vilma Esmeralda Lidia Olga Eugenia Concepción Dolores Esperanza
        Consuelo Mercedes Soledad Milagros Fátima Itzel Citlali Xóchitl Dunia Isabel Cristina Graciela
        Refugio Rosario Socorro Nohemí Raquel Ruth Sara Rebeca Esther Magdalena Antonia Francisca
        Catalina Petrona Manuela Micaela Tomasa Dominga Julia Victoria Aurora Amalia Elvira Emilia
        Hilda Herlinda Hortensia Imelda Jacqueline Johana Julissa Kimberly Lesly Lisbeth Lizeth Lourdes
        Luz Mayra Melissa Melany Nancy Natalia Nelly Nidia Ofelia Perla Pilar Rosalía Rosalinda Rosaura
        Rosmery Rubí Selena Stephanie Susana Tania Vanessa Viviana Yamileth Yaneth Yazmín Yessica
        Zaira Zoila Zulema Zulma Angélica Alma Abigail Berenice Carolina Cecilia Celia Dalila Damaris
        Dayana Débora Dinora Dora Dulce Edith Elsa Elva Enriqueta Érika Ernestina Estela Estrella Eva
        Flor Floridalma Genoveva Gladys Griselda Haydeé Iris Ivonne Jazmín Josselyn Judith Leonor
        Maritza Marta Nora Paulina Reyna Sayra Seidy Timotea Úrsula Virginia Wilma Yuliana
        """,
        exponent: 1.0
    )

    static let men = SkewedList(
        """
        José Juan Luis Carlos Miguel Jesús Francisco Antonio Jorge Manuel Pedro Alejandro Roberto
        Fernando Ricardo Eduardo Javier Daniel Rafael Martín Raúl David Óscar Sergio Mario Arturo
        Alberto Ángel Marco Héctor Víctor Enrique Gerardo Armando Ramón Salvador Jaime Alfredo
        Guillermo Julio César Rubén Gustavo Ignacio Joel Edgar Omar Hugo Iván Adrián Andrés Pablo
        Santiago Diego Sebastián Kevin Bryan Christian Jonathan Wilmer Elmer Wilson Selvin Marvin
        Darwin Edwin Denis Nelson Melvin Elvin Olvin Franklin Osman Noé Abel Adán Agustín Alexis Alfonso
        Álvaro Amílcar Anastasio Aníbal Ariel Arnoldo Aurelio Baltazar Benito Benjamín Bernardo Byron
        Calixto Camilo Celso Cirilo Claudio Cristóbal Domingo Efraín Elías Eliseo Emilio Erick Ernesto
        Esteban Eugenio Evaristo Fabián Faustino Felipe Félix Fidel Florencio Fredy Gabriel Germán
        Gilberto Gregorio Heriberto Hernán Hilario Humberto Isaac Isaías Ismael Israel Jacinto Joaquín
        Jonás Josué Justo Lázaro Leonardo Leonel Lorenzo Lucas Macario Marcos Mateo Matías Mauricio
        Maximino Misael Moisés Nahúm Nicolás Norberto Octavio Orlando Oswaldo Pascual Patricio Porfirio
        Ramiro Reynaldo Rigoberto Rodolfo Rodrigo Rogelio Román Samuel Santos Saúl Silvestre Simón
        Teodoro Tomás Ulises Valentín Vicente Walter William Wilfredo Yahir Zacarías
        """,
        exponent: 1.0
    )

    /// Names given in the last decades in Cuba and the Dominican Republic.
    static let newWomen = SkewedList(
        """
        Yuliet Yanet Yamilka Yaquelín Yunisleidy Dayamí Daymara Lisandra Maylín Mailén Misleidy Odalys
        Yudelkis Yusimí Leidy Liset Idalmis Niurka Yohanna Altagracia Yokasta Yahaira Scarlet
        Rosanny Francheska Wanda Anyelina Yissel Massiel Yanibel Arelis Belkis Bienvenida Clarivel
        """,
        exponent: 0.7
    )
    static let newMen = SkewedList(
        """
        Yoel Yasmani Yosvany Yunior Yordanis Yandy Osmany Lázaro Reinier Maikel Leosdany Alexei Vladimir
        Ernesto Raidel Yusniel Dayron Odelín Radhamés Yeison Wandy Franklyn Junior Starlin Robinson
        Wilkin Jeison Anyelo Danilo Ramoncito Confesor Bienvenido Leonidas
        """,
        exponent: 0.7
    )

    static let surnames = SkewedList(
        """
        Hernández García Martínez López González Pérez Rodríguez Sánchez Ramírez Cruz Flores Gómez
        Morales Vázquez Reyes Jiménez Torres Díaz Gutiérrez Ruiz Mendoza Aguilar Ortiz Moreno Castillo
        Romero Álvarez Méndez Chávez Rivera Juárez Ramos Domínguez Herrera Medina Castro Vargas Guzmán
        Velázquez Rojas Salazar Luna Ortega Cortés Santiago Guerrero Contreras Bautista Estrada Zavala
        Mejía Maldonado Alvarado Escobar Lara Orellana Zelaya Portillo Padilla Rivas Cárdenas Ayala
        Soto Espinoza Delgado Campos Vega Ríos Peña Sandoval Valdez Fuentes Silva León Carrillo Navarro
        Cabrera Acosta Molina Miranda Solís Rosales Cervantes Trejo Pineda Murillo Banegas Funes Amaya
        Figueroa Bonilla Barahona Cáceres Argueta Guevara Ventura Menjívar Alfaro Quintanilla Umaña
        Zúñiga Lagos Paz Núñez Andino Euceda Sabillón Turcios Zepeda Interiano Madrid Oseguera Canales
        Arriaga Arteaga Barrera Barrios Becerra Benítez Bermúdez Blanco Bravo Briones Bueno Bustamante
        Calderón Camacho Cano Carmona Carranza Carrasco Casas Castañeda Cedillo Ceja Cisneros Colín
        Corona Correa Cuevas Dávila de_Jesús de_la_Cruz de_la_O de_la_Rosa de_León del_Ángel del_Cid
        del_Valle Durán Elizondo Enríquez Escobedo Escalante Esparza Esquivel Félix Franco Gallardo
        Gallegos Galindo Gálvez Gamboa Garza Godínez Granados Guillén Hidalgo Hinojosa Huerta Ibarra
        Jaramillo Lemus Leyva Lozano Lucero Macías Magaña Manzano Marín Márquez Mata Mercado Meza
        Monroy Montes Montoya Mora Muñoz Nájera Nava Ocampo Ochoa Olvera Orozco Osorio Pacheco Palacios
        Parra Patiño Pedraza Perdomo Pereira Polanco Ponce Prado Quezada Quintero Rangel Rentería Rico
        Robledo Robles Rosario Rubio Salas Saldaña Salgado Salinas Santana Santos Sepúlveda Serrano
        Sierra Sosa Suárez Tapia Téllez Tejada Toledo Tovar Trujillo Uribe Valencia Valenzuela Valle
        Varela Vásquez Velasco Vera Villa Villalobos Villanueva Villarreal Villegas Yáñez Zamora Zapata
        """,
        tail: compositions,
        exponent: 1.05
    )

    /// Rare surnames, in the manner of those that came from the Basque Country and Galicia.
    private static let compositions: [String] = {
        let stems = """
            Ar Arri Aran Bel Bengo Ber Bol Eche Eli Elo Er Garai Gari Goi Gor Iba Iri Itu Iza Jaure Landa
            Larra Legu Lete Loi Men Mendi Olaza Oru Oya Sala Sara Ur Urre Urru Uri Usa Veri Zaba Zuba Zu Zumá
            """.split(whereSeparator: \.isWhitespace)
        let ends = """
            aga eta zabal mendi tegui coa goitia barría ola ondo arte rena sola nea guren chea rri basti
            lde zola rreta rraga
            """.split(whereSeparator: \.isWhitespace)
        return ends.flatMap { end in stems.map { String($0 + end) } }
    }()

    /// What people are called instead of a given name.
    static let nicknames: [String: [String]] = table(
        """
        Francisco Paco Pancho Kiko|José Pepe Chepe|María Mari Mary Maruca|Guadalupe Lupe Lupita|Jesús Chuy
        Ignacio Nacho|Manuel Manolo Meme|Eduardo Lalo|Alejandra Ale|Alejandro Alex|Antonio Toño Tony
        Rosario Chayo|Concepción Concha Conchita|Dolores Lola Lolita|Mercedes Meche|Josefina Chepina Fina
        Juana Juanita|Ana Anita|Gabriela Gaby|Patricia Paty|Verónica Vero|Leticia Lety|Roberto Beto
        Alberto Beto|Enrique Quique|Carlos Carlitos|Luis Lucho Güicho|Vicente Chente|Isabel Chabela
        Elizabeth Eli|Graciela Chela|Consuelo Chelo|Rafael Rafa|Gregorio Goyo|Fernanda Fer|Fernando Nando
        Teresa Tere Teresita|Beatriz Bety|Daniel Dani|Daniela Dani|Sergio Checo|Guillermo Memo
        Santiago Chago|Rodolfo Fito|Ernesto Neto|Salvador Chava|Pedro Perico|Ramón Moncho|Margarita Mago
        Cristina Cris Tina|Miguel Migue|Rosa Rosita|Carmen Carmela|Alicia Licha|Norma Normita|Marisol Mari
        Jorge Coque|Juan Juancho|Yolanda Yoli|Susana Susy|Sandra Sandy|Silvia Chivis|Magdalena Magda
        Refugio Cuca|Catalina Cata|Victoria Vicky|Lourdes Lulú|Soledad Chole|Socorro Coco|Esperanza Pera
        """
    )

    private static func table(_ text: String) -> [String: [String]] {
        var table: [String: [String]] = [:]
        for line in text.split(whereSeparator: { $0 == "|" || $0.isNewline }) {
            let words = line.split(separator: " ").map(String.init)
            table[words[0]] = Array(words.dropFirst())
        }
        return table
    }
}
