/// Surnames of the Maya of Guatemala, which stand beside Spanish given names.
enum MayaNames {
    static let surnames = SkewedList(
        """
        Caal Tzoc Choc Pop Cucul Ixcoy Tum Xol Chub Coc Ical Che Quib Sub Cac Cho Maquin Tiul Ba Yat Toc
        Coy Xicol Ajanel Ajcalón Ajú Batz Bac Calel Canil Chacach Chávez Chen Chiroy Chitay Chavajay
        Cojtí Coló Cuc Cumes Cutzal Cux Guarcas Guch Gutiérrez Itzep Ixcot Ixchop Ixquiac Jom Lacán Lux
        Macario Mucía Mux Noj Oxlaj Pacay Par Pirir Poncio Pu Puac Quej Quiej Quino Quisquiná Rax
        Raxón Sacalxot Saloj Saquic Sis Sicay Sac Socop Sun Tax Tecún Tepaz Tahuico Tuyuc Tzunux Us
        Velásquez Vicente Xitumul Xoyón Xiloj Xuyá Yac Yaxcal Yojcom Zapeta Zet Zacarías
        Jerónimo Domingo Sebastián Pascual Mateo Andrés Lorenzo Ramírez Pérez López Gómez Matías Juan
        """,
        exponent: 0.8
    )

    static let women = SkewedList(
        """
        María Juana Ana Catarina Manuela Petrona Dominga Candelaria Tomasa Micaela Magdalena Isabela
        Josefa Marta Rosa Elena Dolores Juliana Feliciana Francisca Angelina Sebastiana Eulalia Lucía
        Ixchel Ixmucané Florinda Irma Olga Telma Vilma Marcela Everilda Aurelia Matilde Cristina Santa
        """,
        exponent: 0.9
    )

    static let men = SkewedList(
        """
        Juan José Domingo Diego Sebastián Miguel Pedro Francisco Tomás Manuel Mateo Pascual Andrés Gaspar
        Baltazar Marcos Lucas Santiago Antonio Nicolás Felipe Mario Carlos Santos Julio Ramiro Balam Ixbalanqué
        Oscar Rolando Abelino Macario Cristóbal Sabino Valeriano Marcelino Gregorio Emilio Rigoberto
        """,
        exponent: 0.9
    )
}
