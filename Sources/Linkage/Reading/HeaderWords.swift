/// What a column's name says that it holds: in Spanish, English, French and Portuguese.
enum HeaderWords {
    /// What a name can say.
    enum Meaning: Hashable, Sendable {
        case kind(FieldKind)
        /// One part of the date of birth.
        case birthYear, birthMonth, birthDay
        /// A number of the record or of the person, which must not be compared.
        case identifier
        /// The person that the record was found or made to be: the answer, not a question.
        case truth
        /// A date, a remark or another thing that says nothing of who the person is.
        case aside
    }

    /// The meaning of a column's name, or nil when no word of it is known.
    static func meaning(of header: String) -> Meaning? {
        let words = words(of: header)
        let joined = words.joined()
        if let meaning = whole[joined] { return meaning }
        // `apellido_paterno_madre`, `nombre del municipio`: the first rule that finds its words decides.
        let set = Set(words)
        for (needed, meaning) in rules where needed.isSubset(of: set) { return meaning }
        return nil
    }

    /// A name's words: without accents, split at signs, digits and humps.
    static func words(of header: String) -> [String] {
        var folded: [UInt8] = []
        var spaced = ""
        var wasLower = false
        for character in header {
            if character.isUppercase, wasLower { spaced.append(" ") }
            wasLower = character.isLowercase
            spaced.append(character)
        }
        _ = Letters.fold(Array(spaced.utf8).span, into: &folded)
        return folded.split { !(0x61...0x7a).contains($0) }.map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    private static let whole: [String: Meaning] = {
        var whole: [String: Meaning] = [:]
        func add(_ names: String, _ meaning: Meaning) {
            for name in names.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
                whole[String(name)] = meaning
            }
        }
        add(
            """
            givenname givennames firstname firstnames forename forenames fname fnamec gname nombre
            nombres nombrepila nombredepila primernombre segundonombre otrosnombres middlename
            middlenames middleinitial midinit mname secondname prenom prenoms prenomdenaissance
            primeironome given first middle
            """,
            .kind(.givenNames)
        )
        add(
            """
            surname surnames lastname lastnames lname lnamec familyname family last apellido apellidos
            apellidopaterno apellidomaterno primerapellido segundoapellido appaterno apmaterno apaterno
            amaterno apepat apemat paterno materno maidenname nomdefamille nomfamille nomdenaissance
            sobrenome sobrenomes ultimonome sname secondsurname secondlastname marriedname
            """,
            .kind(.surnames)
        )
        add(
            """
            fullname name nombrecompleto nombreyapellido nombreyapellidos nombresyapellidos
            apellidosynombres apellidosynombre apellidonombre firstandsurname firstandlastname nomcomplet
            nomprenom nometprenom nomecompleto nome nom wholename personname namefull alias
            """,
            .kind(.fullName)
        )
        add(
            """
            dob dateofbirth birthdate birthday datebirth bdate fechanac fechanacimiento fechadenacimiento
            fecnac fecnacimiento fnac fn nacimiento nacido nacida born datenaissance datedenaissance ddn
            naissance datanascimento datadenascimento nascimento dtnasc datanasc
            """,
            .kind(.dateOfBirth)
        )
        add("sex sexo gender genero sexe genre sexogenero gen", .kind(.sex))
        add(
            """
            phone phonenumber phoneno telephone telephonenumber tel telefono telefonos numtel numtelefono
            numerotelefono numerodetelefono cel celular movil mobile mobilephone cellphone cell whatsapp
            telephoneportable portable telefone telemovel homephone workphone
            """,
            .kind(.phone)
        )
        add(
            """
            socsecid ssn socialsecurity socialsecuritynumber nss curp rfc pasaporte passport
            passportnumber numeropasaporte dni dpi nie nif cedula cedulaidentidad identidad documento
            document documentnumber numerodocumento numdocumento nodocumento documentoidentidad docid
            nationalid nationalidnumber idnumber idcard identitycard passeport cin nin cpf rg bi
            identificacion numeroidentificacion clave clavelector ine cui taxid nationalinsurance
            socsec alienregistration anumber uscisnumber nocedula nin nif
            """,
            .kind(.document)
        )
        add(
            """
            place municipio municipality city town village ciudad localidad pueblo colonia barrio
            suburb district distrito provincia province state estado departamento department region
            county country pais nacionalidad nationality nationalite nacionalidade citizenship
            birthplace placeofbirth lugarnacimiento lugardenacimiento lieunaissance lieudenaissance
            birthcountry countryofbirth countryofnationality paisnacimiento paisdenacimiento paisorigen
            paisdeorigen postcode postalcode postcodefake zip zipcode cp codigopostal codepostal cep
            ville commune pays cidade bairro uf address addr direccion domicilio adresse endereco
            residence residencia street streetname calle rue rua location ubicacion origin origen
            procedencia entidad entidadnacimiento entidadfederativa naturalidade origine
            """,
            .kind(.place)
        )
        add(
            "by yob birthyear yearofbirth byear bthyear anonac anionac annonac anonacimiento "
                + "anodenacimiento year ano anio anneenaissance anneedenaissance anonascimento ynac",
            .birthYear
        )
        add(
            "bm mob birthmonth monthofbirth bmonth mesnac mesnacimiento mesdenacimiento month mes "
                + "moisnaissance moisdenaissance mesnascimento",
            .birthMonth
        )
        add(
            "bd birthdayofmonth dayofbirth bday bdayofmonth dianac dianacimiento diadenacimiento day dia "
                + "journaissance jourdenaissance dianascimento",
            .birthDay
        )
        add(
            """
            id recid recordid uniqueid rowid idregistro idpersona folio expediente uuid guid key rec
            index row rownumber recordnumber recno personid pid patientid clientid caseid idcaso
            registro numero num no matricula identifier identificador
            """,
            .identifier
        )
        add(
            """
            cluster clusterid entid entityid entity trueid truth truthid simulantid matchid goldenid gold
            goldid label labels duplicateof dupof originalid groupid trueperson truepersonid
            truecluster clustertrue idgrupo grupo householdid idhogar trueclusterid personaverdadera
            """,
            .truth
        )
        add(
            """
            source sourcedataset dataset fuente notas notes remarks observaciones comentarios comments
            created createdat updated updatedat fecharegistro fechaingreso fechaalta fecha date timestamp
            """,
            .aside
        )
        add("email emailaddress correo correoelectronico mail courriel", .kind(.other))
        add("occupation ocupacion profesion profession job oficio profissao", .kind(.other))
        add("streetnumber numeroexterior houseno housenumber", .kind(.other))
        return whole
    }()

    /// Words of which a name has all, with their meaning; the first that fits decides.
    private static let rules: [(Set<String>, Meaning)] = {
        let truth = ["cluster", "truth", "simulant", "entity", "golden", "household"]
        let asides = [
            "created", "updated", "registro", "ingreso", "entrada", "alta", "encuentro",
            "admission",
            "arrival", "entry", "encounter", "visit", "timestamp", "modified", "notas", "notes",
        ]
        let kinds: [(String, FieldKind)] = [
            ("apellido apellidos surname surnames lastname paterno materno sobrenome", .surnames),
            ("nacionalidad nationality nationalite citizenship", .place),
            ("telefono telephone phone celular cel mobile movil tel whatsapp", .phone),
            ("curp ssn pasaporte passport passeport documento document dni cedula cpf", .document),
            ("sexo sex gender genero sexe", .sex),
            (
                "municipio municipality city ciudad localidad suburb state estado country pais",
                .place
            ),
            (
                "postcode postal zip provincia departamento district colonia address direccion",
                .place
            ),
            ("lugar place domicilio adresse ville calle street", .place),
            ("email correo occupation ocupacion", .other),
        ]
        var rules: [(Set<String>, Meaning)] = truth.map { ([$0], .truth) }
        for pair in [
            "fecha nac", "fecha nacimiento", "birth date", "birth dob", "date naissance",
            "data nascimento",
        ] {
            rules.append((Set(pair.split(separator: " ").map(String.init)), .kind(.dateOfBirth)))
        }
        rules.append((["dob"], .kind(.dateOfBirth)))
        for pair in ["birth place", "lugar nacimiento", "birth country", "pais nacimiento"] {
            rules.append((Set(pair.split(separator: " ").map(String.init)), .kind(.place)))
        }
        for pair in ["full name", "nombre completo", "nombres apellidos", "nombre apellidos"] {
            rules.append((Set(pair.split(separator: " ").map(String.init)), .kind(.fullName)))
        }
        for pair in ["last name", "family name"] {
            rules.append((Set(pair.split(separator: " ").map(String.init)), .kind(.surnames)))
        }
        for pair in ["first name", "given name", "given names", "middle name"] {
            rules.append((Set(pair.split(separator: " ").map(String.init)), .kind(.givenNames)))
        }
        rules += asides.map { ([$0], .aside) }
        for (words, kind) in kinds {
            rules += words.split(separator: " ").map { ([String($0)], .kind(kind)) }
        }
        for word in ["nombre", "nombres", "prenom", "prenoms", "forename", "given"] {
            rules.append(([word], .kind(.givenNames)))
        }
        return rules + [(["id"], .identifier), (["folio"], .identifier), (["uuid"], .identifier)]
    }()
}
