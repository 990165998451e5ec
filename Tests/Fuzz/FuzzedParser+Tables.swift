import Estimation

extension FuzzedParser {
    /// The readers of tables of people: a table that is written reads back the same.
    static var tables: [FuzzedParser] {
        [
            FuzzedParser(
                "table of lists",
                [
                    "LA,NG,GP,count\n1,0,0,54\n0,1,0,463\n1,1,0,7\n0,1,1,1\n",
                    "\u{FEFF}a;b;c\r\n1;0;1\r\n0;1;1\r\n1;1;1\r\n",
                    "sep=;\r\n\"a;1\";\"b \"\"x\"\"\";conteo\r\n1;1;9\r\n1;0;12\r\n",
                ].map { Array($0.utf8) }
            ) { bytes in
                let table = try TableReader.read(bytes)
                return try TableReader.read(TableWriter.write(table)) == table ? bytes : []
            },
            FuzzedParser(
                "table of people seen repeatedly",
                [
                    "nbcap,count\n1,1645\n2,183\n3,37\n",
                    "veces\tsexo\tedad\n1\tf\t<40\n2\tm\t>40\n1\tm\t\n",
                ].map { Array($0.utf8) }
            ) { bytes in
                let table = try RepeatedReader.read(bytes)
                return try RepeatedReader.read(TableWriter.write(table)) == table ? bytes : []
            },
        ]
    }
}
