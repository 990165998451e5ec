/// Names of Haiti: French, often two given names joined, and surnames that are given names elsewhere.
enum HaitianNames {
    static let women = SkewedList(
        """
        Marie Rose Marie-Ange Guerline Nadège Roseline Mirlande Fabiola Islande Wideline Guirlène Yolande
        Marie-Claire Rose-Marie Marie-Thérèse Carline Ketsia Rachelle Esther Naomie Dieula Lovely Chantale
        Jésula Marise Ginette Magalie Myrlande Immacula Célimène Micheline Junie Daphnée Stéphanie Natacha
        Widlène Judeline Jocelyne Marjorie Bernadette Louise Philomène Elmire Francesca Loudie Wislande
        Marie-Lourdes Marie-Carmelle Jeanne Solange Béatrice Édith Elourdes Cassandre Phara Rosemène
        """,
        exponent: 0.85
    )

    static let men = SkewedList(
        """
        Jean Joseph Pierre Wilner Jacques Frantz Emmanuel Jean-Claude Jean-Baptiste Dieudonné Ricardo
        Wilson Evens Jean-Robert Reginald Stanley Kenson Woodly Peterson Jameson Fritznel Renel Mackenson
        Rony Guerson Wisly Junior Samuel Daniel Jean-Marie Michel Patrick Gérald Yves Ronald Lesly Marcel
        Makendy Schneider Dieuseul Dieumaitre Louis Fénel Jonel Ernst Edner Joubert Abner Jean-Pierre
        Jean-Louis Jean-Philippe Widmaer Wesner Johnny Claudel Elysée Odilon Oreste Philippe Serge
        """,
        exponent: 0.85
    )

    static let surnames = SkewedList(
        """
        Jean Pierre Joseph Charles Louis Jean-Baptiste François Jean-Louis Saint-Louis Paul Michel Augustin
        Étienne Antoine Alexis Dorvil Jean-Pierre Toussaint Desir Saintil Petit-Frère Exantus Cadet Célestin
        Baptiste Fils-Aimé Belizaire Philippe Julien Georges Laguerre Bien-Aimé Noël Lafleur Dieujuste
        Jeudi Mésidor Estimé Ulysse Delva Laurent Valcin Fleurimond Lamour Beauvais Sanon Cherestal Thélus
        Présumé Guerrier Dieudonné Metellus Jacques Simon Luc Vilsaint Osias Occéus Vital Prophète Fénelon
        Bazile Bernadin Blaise Bonhomme Cantave César Clervil Damas Dessalines Duvalsaint Élie Faustin Gabriel
        Germain Hilaire Innocent Isidore Jérôme Lindor Lubin Marcelin Mondésir Nazaire Octave Orélus Polynice
        Raymond Romélus Sylvain Thermidor Théodore Vixamar Volcy Zéphirin
        """,
        exponent: 0.85
    )
}
