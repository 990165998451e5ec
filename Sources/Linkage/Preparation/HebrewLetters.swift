/// Hebrew: the letters, and the vowels of common names, which the script leaves out.
enum HebrewLetters {
    static func latin(_ word: Substring) -> String {
        names[String(word)] ?? table.latin(word)
    }

    private static let table = LetterTable(
        """
        א a ב b ג g ד d ה h ו v ז z ח h ט t י i כך k ל l מם m נן n ס s ע a פף p צץ ts ק k ר r ש sh
        ת t ׳ - ״ - ' -
        """
    )

    private static let names: [String: String] = {
        let pairs = """
            אברהם avraham יצחק yitzhak יעקב yaakov משה moshe אהרן aharon דוד david שלמה shlomo יוסף
            yosef שרה sara רבקה rivka רחל rachel לאה leah מרים miriam אסתר esther חנה hana רות ruth
            דניאל daniel מיכאל michael יונתן yonatan בנימין binyamin שמואל shmuel אליהו eliyahu חיים
            haim מרדכי mordechai נועה noa תמר tamar כהן cohen לוי levi מזרחי mizrahi פרץ peretz
            ביטון biton דהן dahan אברהמי avrahami פרידמן friedman יהודה yehuda אריה aryeh יעל yael
            """.split { $0 == " " || $0 == "\n" }
        var names: [String: String] = [:]
        for place in stride(from: 0, to: pairs.count - 1, by: 2) {
            names[String(pairs[place])] = String(pairs[place + 1])
        }
        return names
    }()
}
