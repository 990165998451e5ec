/// Names of India, Bangladesh, Nepal and Pakistan, and the ways in which each is written in Latin letters.
enum SouthAsianNames {
    struct Lists: Sendable {
        let women: SkewedList
        let men: SkewedList
        /// What stands after or between, by sex.
        let womenLast: SkewedList
        let menLast: SkewedList
    }

    static let india = Lists(
        women: SkewedList(
            """
            Sunita Anita Gurpreet Manpreet Pooja Priya Rekha Kavita Jaspreet Harpreet Neha Sita Geeta
            Kiran Lakshmi Radha Meena Asha Simran Navjot Parminder Baljit Rajwinder Komal Nisha Ritu
            Savita Seema Shanti Sushila Usha Vandana Amandeep Hardeep Kamaljit Sarbjit Jyoti Deepika
            """,
            exponent: 0.6
        ),
        men: SkewedList(
            """
            Gurpreet Harpreet Manpreet Sukhwinder Jaspreet Rajesh Amit Sanjay Vijay Ramesh Suresh Sunil
            Ravi Anil Raju Amandeep Lovepreet Balwinder Kulwinder Parminder Gurwinder Jagdeep Navdeep
            Mukesh Dinesh Mahesh Ashok Vikram Deepak Karan Arjun Rahul Rohit Jignesh Bhavesh Hitesh
            """,
            exponent: 0.6
        ),
        womenLast: SkewedList(
            "Kaur Devi Kumari Patel Sharma Singh Gill Chaudhary Verma Yadav Shah Rani Dhillon"
        ),
        menLast: SkewedList(
            "Singh Kumar Patel Sharma Gill Sandhu Chaudhary Verma Yadav Shah Dhillon Sidhu Lal"
        )
    )

    static let bangladesh = Lists(
        women: SkewedList(
            """
            Fatema Ayesha Nasrin Rokeya Salma Shirin Taslima Rahima Amena Jahanara Khadija Parvin Rina
            Sabina Hasina Shahida Nazma Kulsum Moriom Rehana Sufia Anowara Monowara Farida Jesmin Lipi
            """,
            exponent: 0.6
        ),
        men: SkewedList(
            """
            Abdul Rafiqul Nurul Kamal Jahangir Shahidul Saiful Ariful Mizanur Habibur Anisur Monir Sohel
            Rubel Jasim Faruk Delwar Alamgir Belal Sumon Masud Shafiqul Aminul Zakir Imran Rashed Touhid
            """,
            exponent: 0.6
        ),
        womenLast: SkewedList("Begum Khatun Akter Khanam Sultana Bibi Parvin Islam Chowdhury Ara"),
        menLast: SkewedList(
            "Islam Hossain Rahman Uddin Ahmed Miah Khan Chowdhury Ali Alam Haque Sarkar Mollah Sheikh"
        )
    )

    static let nepal = Lists(
        women: SkewedList(
            """
            Sita Gita Maya Sarita Sunita Kamala Laxmi Bishnu Devi Parbati Radhika Sabina Anita Mina Bimala
            Shanti Sushma Samjhana Kalpana Saraswati Manju Rupa Pabitra Dolma Pema Nirmala Puja Asmita
            """,
            exponent: 0.6
        ),
        men: SkewedList(
            """
            Ram Krishna Hari Bishnu Prem Dil Raju Suresh Santosh Bikash Dipak Gopal Man Tek Lal Nar Purna
            Rajesh Ramesh Kumar Min Padam Chandra Ganesh Arjun Buddhi Pasang Tenzin Dawa Ngima Suman
            """,
            exponent: 0.6
        ),
        womenLast: SkewedList(
            "Tamang Gurung Thapa Rai Magar Shrestha Chaudhary Limbu Sherpa Karki Basnet Bhandari Adhikari Tharu Khadka Lama Pariyar"
        ),
        menLast: SkewedList(
            "Tamang Gurung Thapa Rai Magar Shrestha Chaudhary Limbu Sherpa Karki Basnet Bhandari Adhikari Tharu Khadka Lama Pariyar"
        )
    )

    static let pakistan = Lists(
        women: SkewedList(
            """
            Fatima Ayesha Zainab Maryam Khadija Saima Nazia Shazia Rubina Nasreen Samina Bushra Sadia
            Farzana Shabana Asma Rukhsana Kausar Tahira Sumaira Naila Razia Parveen Yasmeen Hina Iqra
            """,
            exponent: 0.6
        ),
        men: SkewedList(
            """
            Ali Ahmed Hassan Usman Bilal Imran Asif Tariq Khalid Nadeem Waqas Adnan Faisal Shahid Rashid
            Zubair Kashif Arshad Sajid Naveed Amjad Akram Aslam Ashraf Javed Iqbal Saeed Yasir Umar Hamza
            """,
            exponent: 0.6
        ),
        womenLast: SkewedList(
            "Bibi Begum Khan Akhtar Parveen Kausar Shah Malik Butt Chaudhry Khatoon"
        ),
        menLast: SkewedList(
            "Khan Ahmed Ali Hussain Iqbal Malik Butt Shah Chaudhry Akhtar Mehmood Raza Sheikh"
        )
    )

    /// Names that several spellings stand for, each line one name.
    static let spellings: [String: [String]] = {
        var table: [String: [String]] = [:]
        let text = """
            Muhammad Mohammad Mohammed Md Mohd Mohamed|Hossain Hussain Hosen Hussein Hossen|Sheikh Shaikh Sk
            Chowdhury Choudhury Chaudhury Chaudhary Chaudhry Choudhary|Begum Begam Begom|Khatun Khatoon Khatoun
            Akter Akhter Akhtar Aktar|Rahman Rahaman Rehman|Uddin Udin Uddeen|Miah Mia Miya|Haque Hoque Haq Huq
            Ahmed Ahmad Ahamed|Fatima Fatema Fatimah|Ayesha Aisha Ayisha|Khadija Khadiza Khadeja|Nasrin Nasreen
            Parvin Parveen Perveen|Yasmeen Yasmin Jesmin|Maryam Mariam Moriom|Usman Osman|Umar Omar|Saeed Said Sayeed
            Mehmood Mahmood Mahmud|Iqbal Ikbal|Lakshmi Laxmi Luxmi|Geeta Gita|Meena Mina|Pooja Puja|Sita Seeta
            Parbati Parvati|Bishnu Vishnu|Bikash Vikas|Dipak Deepak|Gurpreet Gurprit|Harpreet Harprit
            Manpreet Manprit|Jaspreet Jasprit|Sukhwinder Sukhvinder|Balwinder Balvinder|Vijay Bijay|Ravi Rabi
            Singh Sing|Patel Patil|Devi Debi|Shrestha Shresta|Thapa Tapa|Gurung Gurun|Tamang Tamag|Adhikari Adikari
            Rafiqul Rofiqul|Shahidul Sahidul|Saiful Saifool|Mizanur Mijanur|Jahangir Jahangeer|Faruk Farooq
            Zakir Jakir|Salma Chalma|Rokeya Rukaya|Khan Kan|Malik Malick|Bibi Bebe|Jyoti Joti|Kaur Kour
            """
        for line in text.split(whereSeparator: { $0 == "|" || $0.isNewline }) {
            let words = line.split(separator: " ").map(String.init)
            for word in words { table[word] = words.filter { $0 != word } }
        }
        return table
    }()
}
