/// An input that was not read: where, why, and what to do about it.
///
/// A refusal is about one input; the others go on.
public struct Refusal: Error, Hashable, Sendable {
    /// The path as it was given or found; `-` is standard input.
    public var path: String
    /// The line, or the number of the article inside the file, where it is about one of several; counted from 1.
    public var line: Int?
    public var reason: Reason
    /// The address of the page, where it is about one of an archive's.
    public var address: String?

    public init(path: String, line: Int? = nil, reason: Reason) {
        self.path = path
        self.line = line
        self.reason = reason
    }

    /// Why an input was not read, with the evidence.
    public enum Reason: Hashable, Sendable {
        case missing
        /// The system's word for why the file could not be opened or read.
        case unreadable(String)
        case noArticles(InputKind)
        /// A page with so few characters of text that it may be anything.
        case shortPage(characters: Int)
        /// What the bytes are, as far as they tell.
        case binary(String)
        /// A NUL at this byte.
        case nul(offset: Int)
        /// Neither UTF-8 from this byte on nor another encoding of French or English.
        case encoding(offset: Int)
        case tooLong(limit: Int)
        case empty
        /// What a JSON parser complains about.
        case json(String)
        /// A last line without an end that is not whole.
        case cutOff(String)
        /// The languages that the article is in.
        case language([String])
        case damaged(String)
        /// Entities are declared in XML, which could expand without end or name other files.
        case entities
        /// A table without the column of the text; the columns that it has.
        case columns(wanted: String, found: [String])
        /// What is wrong with a line of statements.
        case statement(String)
        /// A pattern that fits no file.
        case noMatch
        /// A list without an address.
        case noAddresses
        /// Why a page or feed was not fetched.
        case fetch(FetchFailure)
    }

    /// What holds no article.
    public enum InputKind: Hashable, Sendable {
        case folder
        case file
    }
}

extension Refusal {
    /// The kinds of failure that exit codes tell apart.
    public enum Severity: Hashable, Sendable {
        case notFound
        case badData
        case inputOutput
    }

    public var severity: Severity {
        switch reason {
        case .missing, .noMatch, .noArticles(.folder): .notFound
        case .unreadable: .inputOutput
        case .fetch(let failure): failure.severity
        default: .badData
        }
    }
}

extension Refusal: CustomStringConvertible {
    /// One sentence: where, what, and what to do.
    public var description: String {
        let place = Origin.display(path) + (line.map { ":\($0)" } ?? "") + (address.map { " (\($0))" } ?? "")
        return "\(place): \(reason.sentence)"
    }
}

extension Refusal.Reason {
    /// What happened and what to do, without the place.
    fileprivate var sentence: String {
        switch self {
        case .missing: "there is no such file or folder"
        case .unreadable(let why): "cannot be read: \(why)"
        case .noArticles(.folder):
            "the folder holds no articles; files ending in \(InputFormat.knownExtensions) are read"
        case .noArticles(.file): "the file holds no article"
        case .shortPage(let characters):
            "the page has only \(characters) characters that read like an article, too few to tell; put them in an <article> "
                + "element, or save them as plain text"
        case .binary(let kind): "this is \(kind), not text; save the article as text first"
        case .nul(let offset):
            "there is a NUL at byte \(offset + 1), so this is not text; save the article as text first"
        case .encoding(let offset):
            "not valid UTF-8 from byte \(offset + 1) on, and no other encoding fits; save the text as UTF-8"
        case .tooLong(let limit): "longer than \(limit >> 20) MiB, too long for one article; split it"
        case .empty: "the article is empty"
        case .json(let message): "not an article in JSON: \(message)"
        case .cutOff(let message): "the line is cut off before its end (\(message)); write the file again"
        case .language(let languages):
            "the article is in neither French nor English"
                + (languages.isEmpty ? "" : " (its language is \(languages.joined(separator: ", ")))")
        case .damaged(let message): "the file is damaged: \(message); fetch it again"
        case .entities: "the XML declares entities, which could expand without end; remove its DOCTYPE"
        case .columns(let wanted, let found):
            "the table has no column \"\(wanted)\" but \(found.prefix(12).joined(separator: ", ")); name the column of the text with --text-field"
        case .statement(let message): "not a statement in JSON: \(message)"
        case .noMatch: "no file or folder has such a name"
        case .noAddresses: "the list holds no address; write one a line"
        case .fetch(let failure): failure.sentence
        }
    }
}
