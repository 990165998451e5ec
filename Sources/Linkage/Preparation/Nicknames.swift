/// Forms of one given name: short, familiar, abbreviated, and of other languages.
///
/// Gathered from common usage in Spanish, English, Portuguese, French, Haitian and the transliterations
/// of Arabic names. A form that stands for several names (`beto`) is under the most frequent one.
enum Nicknames {
    /// The class of a given name, 1 and above; 0 when it has no other forms here.
    static func classOf(_ name: ArraySlice<UInt8>) -> UInt32 {
        classes[Array(name)] ?? 0
    }

    private static let classes: [[UInt8]: UInt32] = {
        var classes: [[UInt8]: UInt32] = [:]
        var number: UInt32 = 0
        for line in (men + "\n" + women).split(separator: "\n") {
            // A line that is set in goes on with the class before.
            if line.first != " " { number += 1 }
            for name in line.split(separator: " ") where classes[Array(name.utf8)] == nil {
                classes[Array(name.utf8)] = number
            }
        }
        return classes
    }()

    private static let men = """
        jose jozef joseph joe joey pepe pepito chepe cheo che josep giuseppe ze zeca josef yosef yusuf
          youssef yousuf yousef yusef yusuff yousaf iosif osip jozef joze josue
        francisco franswa francis frank frankie paco pancho quico kiko curro paquito panchito chico fran
          francois francesco frantz franck franz franco francesc
        juan jan john johnny jon jack juanito johan johann jean jan joao giovanni giovani ivan ian
          hans sean jhon johny juancho juanjo janos jehan yohanna yahya yahia
        luis lwi lucho luisito louis lewis luiz luigi lou ludwig wicho huicho guicho lulo
        carlos chal charles carlitos charlie charly carl karl chuck carlo calin charley chas chaz
          carlito karol karel
        jesus chuy chucho chus chuyito jesusito issa eissa
        antonio anthony tony tono toni tonio antoine anton antonino antoniu tonito antonin
          antony
        manuel manolo manny manolito manuelito emmanuel emanuel meme manu lito manoel manel
        miguel michael mike mikey mick micky mickey miki michel mikhail michele micha misha
          miguelito mitch mikel mihai mikael
        jorge george georgie jorgito coque georges giorgio yorgos georgios jordi yuri jurgen geo
        pedro pye peter pete pedrito perico pierre pietro pyotr petr piotr perucho piero boutros
          butros
        pablo paul pablito paulo paolo pavel pol pawel boulos bulus
        alejandro alexander alex alejo ale jano alexandre alessandro aleksandr sasha sandro
          xander alec alejandrino alexandru iskander iskandar sikandar sikander
        alberto albert beto al bert bertie albertito
        roberto robert rob bob bobby robbie robby robertito robt rober
        guillermo william will bill billy willy willie memo guille guillaume wilhelm wm
          guilherme guillo liam willem
        eduardo edward ed eddie eddy edy lalo edu eduard edouard duda ned ted lalito edwardo
          edvard eduardito
        fernando ferdinand nando fer ferdie fernandito hernando hernan
        ricardo richard rick ricky rich richie dick rico richi ricardito ric
        javier xavier javi xavi javicho xabier jabier
        enrique henry quique kike hank harry henri enrico heinrich henrique
        ignacio nacho ignatius ignace nachito inaki
        salvador chava chavita salva sal salvatore salvadorito
        rafael rafa raphael rafi rafaelito fallo rafel
        gabriel gabe gabo gabrielito gaby gabriele jibril
        daniel dan danny dani danielito danilo
        david dave davey davy davidcito dawid daoud dawud daud davood dawood
        sergio serge chejo checo sergei sergey sergito
        arturo arthur art arturito tury artur
        raul raoul raulito
        ramon raymond ray moncho monchi raimundo raymundo ramoncito raymon
        armando armand mando armandito
        alfredo alfred fredo alf alfie alfredito
        federico frederick fred freddy freddie fico fede frederic friedrich fritz lico
        gregorio gregory greg goyo goyito gregoire grigori
        gustavo gustave gus tavo gustav
        gerardo gerard gerry gerardito jerry gerardus
        gilberto gilbert gil
        humberto umberto humbert
        hector ector tito
        julio julius jules juju julito
        julian juliancito julien
        joaquin joachim quincho joaquim chimo quin
        jaime james jim jimmy jamie jaimito jas jimi jimy
        leonardo leonard leo len lenny leonardito
        lorenzo lawrence larry laurence lencho laurent lorenz lorencito renzo
        marcos mark marc marco marcus marko marquitos
        mario marius marito
        martin martyn marty martincito tincho
        mateo matthew matt mathieu matheus mateusz mattie teo
        mauricio maurice moritz mau
        maximiliano maximilian max maxi maximo
        nicolas nicholas nick nico nicky nicolau niklas nikolai nikolaos klaus colin nicolasito
          nikola nicolai
        oscar oskar osky
        patricio patrick pat paddy pato patrice patricius
        rodolfo rudolph rudy fito rodolphe rodolf rudolf
        rodrigo rod rodri rody
        ruben reuben rubencito
        samuel sam sammy samuelito
        saul shaul
        sebastian seb sebas bastian sebastien chano
        esteban stephen steven steve stevie stephan stefan etienne stefano stephane estevan
          estevao istvan stepan
        teodoro theodore teddy theo theodor fyodor
        timoteo timothy tim timmy timothee
        tomas thomas tom tommy thom tomasito tomaso tommaso tomasz thos
        vicente vincent vince vinny chente vicentito vincenzo vins
        victor vic vito viktor vitito vittorio
        bartolome bartholomew bart barto bartolo
        benjamin ben benny benji benja benjamim
        bernardo bernard bernie nardo bernardito bernd
        cristobal christopher chris kit topher tobal cristoforo christophe christoph
        cristian christian kristian cristiano
        domingo dominic dom mingo dominique domenico minguito
        edmundo edmund mundo
        emilio emil milo emile
        ernesto ernest ernie neto ernst
        esteban tebo
        felipe philip phil phillip pipe philippe felipito filippo filip lipe
        felix felixito
        genaro jenaro chenaro
        gonzalo gonza chalo goncalo
        heriberto herbert herb
        horacio horace horatio
        isidro isidoro isidore chilo ysidro isidor
        ismael ismail ishmael
        ezequiel cheque ezekiel
        elias elijah eli ilyas ilias
        abraham abe abram ibrahim ebrahim abrahan avraham brahim ibrahima
        adan adam
        adrian hadrian adrien
        agustin augustine tin augusto augustus auguste tino
        andres andrew andy drew andre andreas andrei andresito
        angel angelo angelito gelo
        anibal hannibal
        benito benedict bene benedicto benoit
        camilo camilus
        celestino chele
        cesar caesar
        clemente clement clem
        constantino constantine konstantin konstantinos kostas
        eugenio eugene gene
        eusebio chebo eusebius
        evaristo varo
        fabian fabio
        faustino fausto
        fidel fido
        gaspar jasper casper
        geronimo jeronimo jerome jeronimito chombo
        hilario hilary
        hugo hugh huguito
        jeremias jeremy jeremiah
        jonatan jonathan jona
        lazaro lazarus lazarito
        leopoldo leopold polo poldo
        lucas luke lucasito luca
        marcelino marcelo marcel chelo
        modesto mode
        moises moses moshe musa moussa mousa moisesito
        natanael nathaniel nathan nat nate
        norberto norbert
        osvaldo oswaldo oswald valdo
        pascual pascal
        policarpo poli
        porfirio pilo
        refugio cuco
        reinaldo reynaldo reginald reggie reg rey ronald ron ronnie ronaldo
        rogelio roger rogelito royer rogerio
        rolando roland rolo orlando
        rosendo chendo
        silvestre sylvester
        simon simeon
        teofilo teofilito theophile
        ulises ulysses
        urbano urban
        valentin valentine
        walter wally walt gualterio
        zacarias zachary zach zack zac zakariya zakaria
        kenneth ken kenny
        donald don donny
        douglas doug
        jeffrey jeff geoffrey geoff
        joshua josh
        lewis lew
        nelson nel
        russell russ
        stanley stan
        terence terry terrence
        wesley wes
        zebulon zeb
        muhammad mohammad mohammed mohamed muhammed mohamad mohd md muhamad mohamud mahomet
          mohammod mohammud mehmet mahamadou mamadou mouhamed mouhamadou muhd
        ahmad ahmed ahmet ahamed achmad ahamad
        mahmud mahmoud mahmood mehmood
        husain hussain hussein hossain husayn hossein hussen hosain hussin
        hasan hassan hasen hassane
        ali aly allie
        umar omar omer oumar umer
        uthman osman usman othman ousmane
        khalid khaled halid
        said saeed sayeed saeid saied
        sayyid syed sayed saiyed sayid
        abdul abdel abdal abdoul abd abdool
        abdullah abdallah abdulla abdoulaye abdellah
        karim kareem
        rahim raheem
        rashid rasheed rachid
        hamid hameed
        nasir naseer nasser nacer
        mustafa mustapha moustafa moustapha mostafa
        sulayman suleiman sulaiman soleiman souleymane solomon salomon suleman
        yunus younus younes yunis jonas jonah
        ishaq isaac ishak ike isak
        tariq tarek tarik
        bilal belal
        jamal gamal jamaal djamal
        jafar jaafar jafer
        imran emran
        kumar kr
        rajesh raj raju
        suresh suri
        baptiste jeanbaptiste
        claude claudio claudius klod
        gaston gasto
        jerome jerom
        herve erve
        yves ives
        matias matthias
        jacobo jacob jacques jakob yakov yaqub yakub yaakov jake
        santiago tiago thiago iago chago
        leon leonid
        florentino tino
        """

    private static let women = """
        maria mary marie mari mariquita maruja mariita marian ma mariam maryam miriam mariya
          molly polly marija mariah myriam meryem
        guadalupe lupe lupita pita lupis guadalupita gpe
        concepcion concha conchita conchis conchi
        dolores lola lolita loli doloritas
        teresa theresa tere teresita tess tessa therese terita tete teresinha
        rosario chayo charo chayito rosarito
        graciela chela grace chelita gracia
        francisca paca pancha paquita frances fanny franny panchita francoise francesca cisca
          quica kika
        josefa josefina pepa pepita josephine chepa chepita fina jo josie pina chefina yusefina
          jozefina
        isabel elizabeth elisabeth isabella isabela isa chabela chavela bella liz beth betty
          eliza lizzie lisa bess betsy libby elsie isabelle ysabel belita isabelita chabelita
          chave elsbeth lisbeth lizbeth lizeth
        juana joan jane juanita jeanne joanna joanne johanna janet giovanna ivana juani juanis
          jana yohana johana joana
        ana anne ann anna anita annie hannah hanna ani nan nancy anica anush anja hana
        rosa rose rosita rosie chita rosy
        margarita margaret maggie peggy meg margo magui mago margot marguerite rita greta marge
          margie margarete margaritha magos
        mercedes meche merche merceditas mecha mechita
        carmen carmela carmelita carmencita menchu carmelina
        socorro coco coquis
        soledad chole sole cholita
        refugio cuca cuquita
        esperanza lancha espe hope esperancita pelancha
        beatriz beatrice bea beti beatrix betriz
        gabriela gabi gabrielle gabriella
        patricia patty paty trish patti tricia patrizia pati
        leticia lety letty laetitia letitia leti
        veronica vero veronique roni
        alejandra alexandra sandra alexa alessandra sandy jandra aleja aleksandra
        angelica angie angela angeles angelita angelina angelique geli anjela
        antonia antoinette tona tonia
        catalina catherine katherine kathryn kate katie cathy kathy katy cata kitty katrina
          ekaterina katarina catarina kathleen katya caty kat
        cristina christina christine tina cris kristina cristy krystyna crista kristin kirsten
        daniela danielle danna
        eugenia genia eugenie
        eva eve evita hawa hawwa
        fernanda nanda
        elena helen helena lena ellen elaine eleni helene nelly ellie ileana yelena olena
        eleonora leonor eleanor nora leonora lenora eleonor norita
        emilia emily emilie millie emmy
        esther ester estercita
        eulalia lala lalita
        florencia florence flor flo
        genoveva genevieve veva jenoveva
        gertrudis gertrude tula tulita trudy
        guillermina mina wilhelmina
        hortensia hortense tencha
        ignacia nacha ignacita
        ines agnes inez nes inesita agnieszka
        irene irina ire
        jacinta chinta
        julia julie iulia giulia julita
        laura laurita laurie lora
        lidia lydia lidya
        lilia lily lilian lillian lili
        lourdes lulu lurdes
        lucia lucy luci lucie chia lucille luz lucita
        luisa louise lucha luisita louisa luise
        magdalena magda malena magdalene madeleine madeline mada magdala
        manuela manola manolita emmanuelle emanuela
        marcela marcelle marcella
        martha marta marthe martita tita
        matilde mathilde matilda tilda maud
        micaela michelle michaela mica miqueas mikaela
        monica monique moni monika
        natalia natalie nati nataly natasha nathalie natalya
        olga helga olguita
        paula pauline paulina pao paola paolina
        petra petrona petrita
        pilar pili pilarica
        raquel rachel raque raquelita rahel
        rebeca rebecca becky beca reba
        rocio chio
        rosalinda rosalind linda
        ruth rut
        sara sarah sally sarita sahra
        silvia sylvia chiva sylvie silvi
        sofia sophia sophie sofi sofie zofia chofi
        susana susan susie sue suzanne susanna susy susannah suzy
        trinidad trini
        ursula ushi
        valentina vale
        victoria vicky vicki toya viki victoire tori viqui
        virginia ginny gina
        xochitl sochitl xochil sochil xochilt sochilt xochi sochi
        yolanda yoli yola yolande yolandita iolanda
        ximena jimena gimena chimena
        ximenia jimenia
        araceli chely celi aracely cheli aracelis
        altagracia tata altagracita
        amparo amparito
        aurora bora aurore
        barbara barb babs barbie barbarita varvara
        blanca blanche blanquita
        candelaria cande candi
        caridad cachita cary
        carolina caroline carol caro carrie karolina carola
        cecilia cecile ceci cecily chila cissy
        clara claire chiara clarita clare
        claudia claudette claudine klaudia
        cruz crucita
        debora deborah debbie deb
        diana diane dianne di
        dorotea dorothy dora dorothea dottie dot dorita
        encarnacion encarna encarnita
        estela stella estrella estelle estelita
        felicitas felicity feli
        felipa philippa
        gloria glori goya
        herlinda erlinda
        jennifer jenny jen jeni yenifer yeni jenifer yennifer
        jessica jess jessie yesica yessica jesica
        jacqueline jackie jaqueline yaqueline jacquelin jacky jaquelin
        judith judy judit yudith judi
        kimberly kim kimberley kimberli
        veronique nik
        mildred milly
        pamela pam
        penelope penny
        priscila priscilla
        stephanie stefanie estefania estefany stephany stephania steffi fani
        yesenia jessenia yessenia llesenia jesenia
        sheila shelly
        wendy wendi wendolyn guendy
        fatima fatema fatimah fatma fatou fatimata fatemeh
        khadija khadijah khadiza hatice kadidja khodeja
        aisha ayesha aicha aysha ayisha aishah aissatou ayse
        zaynab zainab zeinab zeynep zaineb
        amina aminah amena aminata
        begum begam begom
        khatun khatoon khatoun
        akhtar akter akther akhter aktar
        nur noor nour nura
        salma selma
        rabia rabeya rabiya
        hawa hava
        sultana sultan
        andrea andree
        julieta juliet juliette
        liliana lilyana
        """
}
