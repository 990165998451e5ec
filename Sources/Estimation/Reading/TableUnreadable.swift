/// The answer to a file that cannot be read as a table.
///
/// It names places and columns, never what stands in a row: a row may be about a person.
public struct TableUnreadable: Error, Hashable, Sendable {
    /// Why reading stopped.
    public enum Reason: Hashable, Sendable {
        /// The file has no text.
        case empty
        /// The file is longer than ``TableReader/byteLimit``.
        case tooLong
        /// The bytes are not UTF-8.
        case notUTF8
        /// A quotation mark is never closed.
        case openQuote
        /// There is text after the quotation mark that closes a field.
        case textAfterQuote
        /// The first line is of numbers, where the names of columns are wanted.
        case noHeader
        /// There are more columns, or more fields in a line, than a table can have.
        case tooManyColumns(Int)
        /// A column has no name; they are counted from 1.
        case missingName(column: Int)
        /// A column's name is over 60 characters, marks and all over 120, or has some that cannot be shown.
        case badName(column: Int)
        /// Two columns have the same name.
        case repeatedName
        /// A line has more fields, or fewer, than there are columns.
        case wrongNumberOfFields(expected: Int, found: Int)
        /// There are numbers of people, but no column called `count`.
        case noCountColumn
        /// There are fewer than two lists.
        case tooFewLists
        /// There are more lists than ``CaptureTable/maximumListCount``.
        case tooManyLists(Int)
        /// A field that says whether a person is on a list is neither 0 nor 1.
        case notZeroOrOne
        /// A number is missing, or is none.
        case notANumber
        /// A number is below 0.
        case negative
        /// A number is written with a point or a comma.
        case fractional
        /// A number, or the sum of all, is above a thousand million people.
        case tooLarge
        /// The people of this line are on no list, or were seen 0 times: nobody can have counted them.
        case rowOfZeros
        /// An earlier line is about the same people.
        case repeatedRow(line: Int)
        /// There is nobody in the table.
        case nobody
        /// There is one person in the table.
        case onePerson
        /// Nobody is on two lists.
        case noOverlap
        /// Nobody was seen twice.
        case nobodySeenTwice
        /// No column says how often each person was seen.
        case noTimesColumn
        /// A person was seen more than ``RepeatedReader/mostTimes`` times.
        case tooManyTimes
        /// A value is over 60 characters, marks and all over 120, or has some that cannot be shown.
        case badValue
        /// A column has more than ``RepeatedReader/mostLevels`` different values.
        case tooManyLevels
    }

    /// Why reading stopped.
    public let reason: Reason
    /// The line where it stopped, counted from 1; nil when the reason is of no one line.
    public let line: Int?
    /// The name of the column where it stopped, if it is known.
    public let column: String?

    init(_ reason: Reason, line: Int? = nil, column: String? = nil) {
        self.reason = reason
        self.line = line
        self.column = column
    }
}
