/// Arabic, Persian and Urdu: the letters, and the vowels of common names, which the script leaves out.
enum ArabicLetters {
    static func latin(_ word: Substring) -> String {
        let bare = plain(word)
        if let name = names[bare] { return name }
        if bare.hasPrefix("عبدال"), bare.unicodeScalars.count > 7 {
            return "abdul " + latin(rest(bare, after: 5))
        }
        if bare.hasPrefix("ال"), bare.unicodeScalars.count > 4 {
            return "al " + latin(rest(bare, after: 2))
        }
        return spelled(bare)
    }

    /// A word letter by letter: و and ي are vowels between consonants.
    private static func spelled(_ word: String) -> String {
        var result = ""
        for (place, scalar) in word.unicodeScalars.enumerated() {
            switch scalar {
            case "و" where place > 0: result += "u"
            case "ي" where place > 0, "ی" where place > 0: result += "i"
            case "ع" where place > 0: break
            default:
                if let letter = table[scalar] {
                    result += letter
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result
    }

    /// Without vowel signs, lengthening and the hamza on alif, which writers leave out at will.
    private static func plain(_ word: Substring) -> String {
        var result = String.UnicodeScalarView()
        for scalar in word.unicodeScalars {
            switch scalar.value {
            case 0x610...0x61a, 0x640, 0x64b...0x65f, 0x670, 0x200c, 0x200d: break
            case 0x622, 0x623, 0x625, 0x671: result.append("ا")
            case 0x6a9: result.append("ك")
            case 0x6cc, 0x649: result.append("ي")
            case 0x6c1, 0x6be: result.append("ه")
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    private static func rest(_ word: String, after count: Int) -> Substring {
        Substring(word.unicodeScalars.dropFirst(count))
    }

    private static let table = LetterTable(
        """
        ا a ب b پ p ت t ث th ج j چ ch ح h خ kh د d ذ dh ر r ز z ژ zh س s ش sh ص s ض d ط t ظ z ع a
        غ gh ف f ق q ك k گ g ل l م m ن n ں n ه h ة a و w ي y ى a ی y ے e ئ i ؤ u ء - ٹ t ڈ d ڑ r
        """
    )

    private static let names: [String: String] = {
        let pairs = """
            محمد muhammad احمد ahmad محمود mahmud حامد hamid حميد hamid علي ali عمر umar عثمان uthman
            حسن hasan حسين husain ابراهيم ibrahim اسماعيل ismail اسحاق ishaq يعقوب yaqub يوسف yusuf
            موسي musa عيسي isa داود dawud سليمان sulayman هارون harun يونس yunus ادم adam نوح nuh
            عبدالله abdullah عبد abd الله allah خالد khalid طارق tariq سعيد said سعد saad
            سالم salim سليم salim كريم karim رحيم rahim رحمن rahman رحمان rahman رشيد rashid جميل jamil
            جمال jamal كمال kamal جلال jalal فيصل faisal فهد fahd سلطان sultan ناصر nasir نصر nasr
            مصطفي mustafa مرتضي murtada مهدي mahdi هادي hadi رضا rida ياسر yasir ياسين yasin زيد zayd
            زين zayn عادل adil عامر amir امير amir انس anas بلال bilal بكر bakr ابو abu ابوبكر abubakr
            حمزة hamza طه taha وليد walid زياد ziyad ماجد majid مجيد majid منصور mansur نبيل nabil
            نور nur دين din صلاح salah سيف sayf شريف sharif صالح salih طاهر tahir ظاهر zahir فاروق faruq
            قاسم qasim لطيف latif مالك malik مراد murad معاذ muadh منير munir وائل wail هشام hisham
            عباس abbas جعفر jafar صادق sadiq باقر baqir كاظم kazim حيدر haydar اكبر akbar اصغر asghar
            فاطمة fatima فاطمه fatima عائشة aisha عايشة aisha خديجة khadija زينب zaynab مريم maryam
            امنة amina امينة amina سارة sara هاجر hajar حليمة halima سمية sumayya رقية ruqayya
            كلثوم kulthum ليلي layla سلمي salma سعاد suad هدي huda ندي nada نادية nadia نورة nura
            زهراء zahra زهرة zahra حوا hawa حواء hawa رانيا rania ريم rim دينا dina هبة hiba
            شيماء shaima اسماء asma ايمان iman امل amal جميلة jamila كريمة karima لطيفة latifa
            سعيدة saida رشيدة rashida ياسمين yasmin صفية safiyya خان khan حق haq سيد sayyid
            شيخ shaykh ملك malik بيبي bibi بيگم begum گل gul چودهري chaudhry بن bin بنت bint ابن ibn
            مصري masri حداد haddad خوري khuri حكيم hakim نجار najjar
            """.split { $0 == " " || $0 == "\n" }
        var names: [String: String] = [:]
        for place in stride(from: 0, to: pairs.count - 1, by: 2) {
            names[String(pairs[place])] = String(pairs[place + 1])
        }
        return names
    }()
}
